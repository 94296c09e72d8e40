/// Places that news is filed from. A word in capitals that is not among them may be a place too;
/// these are the ones that need no other evidence.
enum Places {
    static func isKnown(_ place: String) -> Bool { known.contains(place.lowercased()) }

    /// A country, a state or its abbreviation behind a place ("PORTLAND, Ore.").
    static func isRegion(_ region: String) -> Bool {
        regions.contains(region.lowercased()) || (region.hasSuffix(".") && region.utf8.count <= 8)
    }

    private static let known = Set(
        """
        abidjan,abu dhabi,abuja,accra,adelaide,addis ababa,albany,aleppo,algiers,amman,amsterdam,\
        anchorage,ankara,antananarivo,athens,atlanta,auckland,austin,baghdad,baku,bali,baltimore,\
        bamako,bangalore,bengaluru,bangkok,bangui,barcelona,basel,basra,baton rouge,beijing,beirut,\
        belfast,belgrade,berlin,bern,berne,bhopal,birmingham,bishkek,bogota,bogotá,bonn,bordeaux,\
        boston,brasilia,brasília,bratislava,brazzaville,brisbane,brussels,bucharest,budapest,\
        buenos aires,buffalo,bujumbura,busan,cairo,calgary,canberra,cape town,caracas,cardiff,\
        casablanca,charlotte,chennai,chicago,chisinau,chittagong,christchurch,cincinnati,cleveland,\
        cologne,colombo,conakry,copenhagen,dakar,dallas,damascus,dar es salaam,darwin,davos,denver,\
        des moines,detroit,dhaka,dili,djibouti,doha,dresden,dubai,dublin,durban,dushanbe,düsseldorf,\
        edinburgh,edmonton,erbil,florence,frankfurt,freetown,fukushima,gaborone,gaza,gaza city,\
        geneva,genoa,glasgow,guangzhou,guatemala city,hamburg,hanoi,harare,hartford,havana,helsinki,\
        hiroshima,ho chi minh city,hong kong,honolulu,houston,hyderabad,indianapolis,islamabad,\
        istanbul,jakarta,jeddah,jerusalem,johannesburg,juba,kabul,kampala,kansas city,karachi,\
        kathmandu,kharkiv,khartoum,kiev,kigali,kingston,kinshasa,kobe,kolkata,kuala lumpur,kuwait,\
        kuwait city,kyiv,kyoto,la paz,lagos,lahore,las vegas,leeds,leipzig,libreville,lilongwe,lima,\
        lisbon,little rock,liverpool,ljubljana,lome,london,los angeles,luanda,lucknow,lusaka,\
        luxembourg,lviv,lyon,macau,madison,madrid,malé,managua,manchester,manila,maputo,mariupol,\
        marrakesh,marseille,mecca,melbourne,memphis,mexico city,miami,milan,milwaukee,minneapolis,\
        minsk,mogadishu,monaco,monrovia,montevideo,montreal,montréal,moscow,mosul,mumbai,munich,\
        muscat,n'djamena,nagasaki,nagoya,nairobi,nanjing,naples,nashville,nassau,naypyitaw,\
        new delhi,delhi,new orleans,new york,newark,niamey,nice,nicosia,nouakchott,odesa,odessa,\
        okinawa,oklahoma city,omaha,orlando,osaka,oslo,ottawa,ouagadougou,palermo,panama city,paris,\
        perth,peshawar,philadelphia,phnom penh,phoenix,pittsburgh,podgorica,port louis,\
        port moresby,port-au-prince,portland,porto,prague,pretoria,pristina,pyongyang,quebec,\
        quebec city,quetta,quito,rabat,raleigh,ramallah,rawalpindi,reykjavik,riga,\
        rio de janeiro,riyadh,rome,rotterdam,sacramento,salt lake city,san antonio,san diego,\
        san francisco,san jose,san juan,san salvador,sana'a,sanaa,santiago,santo domingo,sao paulo,\
        são paulo,sapporo,sarajevo,seattle,sendai,seoul,shanghai,shenzhen,singapore,skopje,sochi,\
        sofia,springfield,srinagar,st louis,st. louis,st petersburg,st. petersburg,stockholm,\
        strasbourg,stuttgart,suva,sydney,taipei,tallinn,tampa,tashkent,tbilisi,tegucigalpa,tehran,\
        tel aviv,the hague,thessaloniki,thimphu,tirana,tokyo,toronto,trenton,tripoli,tunis,turin,\
        ulaanbaatar,united nations,utrecht,vaduz,valencia,valletta,vancouver,vatican city,venice,\
        victoria,vienna,vientiane,vilnius,vladivostok,warsaw,washington,wellington,windhoek,\
        winnipeg,wuhan,yangon,yaounde,yaoundé,yerevan,yokohama,zagreb,zurich,zürich,wien,münchen,\
        köln,genf,moskau,warschau,prag,brüssel,bruxelles,genève,rom,roma,milano,lisboa,la haye,\
        le caire,moscou,pékin,londres,la habana,bruselas,ginebra,moscú,ciudad de méxico,москва,\
        киев,київ,минск,санкт-петербург,лондон,вашингтон,париж,берлин,брюссель,женева,\
        нью-йорк,пекин,токио,rio,gaza strip,west bank,cork,york,bath,lille,cali,male,apia,oxford,\
        cambridge
        """.split(separator: ",").map(String.init))

    private static let regions = Set(
        """
        afghanistan,alaska,algeria,argentina,armenia,australia,austria,azerbaijan,bangladesh,belarus,\
        belgium,bolivia,brazil,britain,bulgaria,california,cambodia,canada,chile,china,colombia,\
        croatia,cuba,czech republic,d.c.,denmark,ecuador,egypt,el salvador,england,estonia,ethiopia,\
        finland,florida,france,georgia,germany,ghana,greece,guatemala,haiti,hawaii,hungary,iceland,\
        idaho,india,indonesia,iowa,iran,iraq,ireland,israel,italy,ivory coast,jamaica,japan,jordan,\
        kazakhstan,kenya,kosovo,kuwait,latvia,lebanon,libya,lithuania,maine,malaysia,mali,mexico,\
        moldova,mongolia,morocco,mozambique,myanmar,nepal,netherlands,new zealand,nicaragua,niger,\
        nigeria,north korea,northern ireland,norway,ohio,oregon,pakistan,panama,peru,philippines,\
        poland,portugal,qatar,romania,russia,rwanda,saudi arabia,scotland,senegal,serbia,singapore,\
        slovakia,slovenia,somalia,south africa,south korea,south sudan,spain,sri lanka,sudan,sweden,\
        switzerland,syria,taiwan,tanzania,texas,thailand,tunisia,turkey,türkiye,uganda,ukraine,\
        united arab emirates,united kingdom,uruguay,utah,uzbekistan,venezuela,vietnam,wales,yemen,\
        zambia,zimbabwe,west bank,gaza strip,occupied west bank,new york,new jersey,virginia,\
        washington
        """.split(separator: ",").map(String.init))

    /// Words in capitals that stand before a dash at the head of a text and are no places.
    static func isKicker(_ words: String) -> Bool {
        let folded = words.lowercased()
        return kickers.contains(folded)
            || folded.split(separator: " ").contains { kickers.contains(String($0)) }
    }

    private static let kickers = Set(
        """
        exclusive,breaking,breaking news,update,updated,opinion,analysis,watch,video,live,correction,\
        corrected,clarification,factbox,explainer,explained,review,interview,editorial,comment,\
        commentary,feature,profile,obituary,profile,poll,podcast,gallery,photos,pictures,notebook,\
        press release,release,news,sport,sports,football,soccer,tennis,golf,cricket,rugby,baseball,\
        basketball,hockey,boxing,cycling,athletics,swimming,olympics,music,film,books,theatre,\
        theater,television,art,arts,culture,fashion,food,travel,business,politics,economy,markets,\
        stocks,bonds,oil,gold,technology,tech,science,health,education,environment,climate,weather,\
        religion,crime,world,nation,national,international,local,important,warning,alert,urgent,\
        bulletin,flash,advisory,notice,embargoed,background,context,summary,quotes,timeline,\
        preview,recap,spoiler,sponsored,advertisement,question,answer,note,wait,listen,read,\
        unicef,unesco,opec,asean,brics,interpol,greenpeace,microsoft,google,amazon,apple,tesla,\
        toyota,nintendo,sony,samsung,boeing,airbus,reuters,covid,nasdaq,nikkei,frontex,mercosur,\
        exklusiv,eilmeldung,kommentar,interview,analyse,meinung,sport,exclusif,opinion,analyse,\
        exclusiva,última hora,opinión,análisis,эксклюзив,срочно,мнение,видео,фото,новости
        """.split(separator: ",").map(String.init))
}
