/// Words that headlines are made of.
enum HeadlineWords {
    /// How much a word speaks for a headline: a verb of the news 1, a link between events one half.
    static func weight(_ word: String) -> Double {
        if links.contains(word) { return 0.5 }
        if stems.contains(word) { return 1 }
        for ending in ["s", "es", "d", "ed", "ing"] where word.hasSuffix(ending) {
            let stem = String(word.dropLast(ending.count))
            if stems.contains(stem) { return 1 }
            if ending == "ing" && stems.contains(stem + "e") { return 1 }
            if ending == "es" && stem.hasSuffix("i") && stems.contains(stem.dropLast() + "y") {
                return 1
            }
        }
        return 0
    }

    private static let links = Set(
        "amid,after,over,ahead,despite,before,as,against,under,until,during,since,while,following,to"
            .split(separator: ",").map(String.init))

    /// Verbs that are rarely nouns in titles of offices, books and films.
    private static let stems = Set(
        """
        accuse,achieve,acquire,add,admit,adopt,advance,agree,aim,allege,allow,announce,appeal,appear,\
        appoint,approve,arrest,arrive,ask,assure,attack,await,award,back,ban,battle,begin,boost,block,\
        boycott,brace,break,bring,build,buy,call,cancel,carry,cause,celebrate,challenge,claim,clash,\
        clear,close,collapse,come,commit,condemn,confirm,consider,continue,convict,could,crash,\
        criticise,criticize,cross,cut,damage,deal,debut,declare,decline,defeat,defend,delay,demand,\
        deny,deploy,deport,detain,die,disappear,discover,dismiss,dispute,disrupt,dominate,double,drive,\
        drop,ease,eliminate,emerge,end,endorse,enter,erupt,escalate,escape,evacuate,expand,expect,\
        expel,explore,expose,extend,face,fail,fall,fear,fight,file,find,fire,flee,follow,force,free,\
        freeze,gain,gather,get,give,go,grant,grow,halt,help,hit,hold,honour,honor,hope,identify,ignite,\
        impose,improve,increase,injure,intensify,introduce,invade,invest,investigate,jail,join,jump,\
        keep,kick,kill,lash,launch,leave,lift,lose,lower,make,mark,meet,merge,miss,mourn,move,mull,\
        name,need,negotiate,offer,open,oppose,order,oust,outline,overtake,pass,pause,pay,pick,plan,\
        plead,pledge,plunge,poise,postpone,prepare,present,press,pressure,prevent,prioritize,\
        prioritise,probe,promise,prompt,propose,protest,prove,pull,push,put,quit,raid,raise,reach,\
        react,receive,reduce,refuse,reject,release,remain,remove,renew,replace,rescue,resign,respond,\
        restore,resume,retain,return,reveal,review,rise,risk,rule,say,scrap,seek,sell,send,sentence,\
        set,shape,share,show,shut,sign,signal,slam,slash,slide,slow,soar,spark,spur,stage,start,stay,\
        steal,step,strike,strip,struggle,suffer,sue,suggest,surge,survive,suspect,suspend,take,target,\
        tell,test,threaten,top,topple,track,tumble,turn,unveil,uncover,urge,visit,vote,vow,wait,walk,\
        want,warn,weigh,widen,win,withdraw,worsen,would,will,may,hits,dies,wins,rises,falls,found,held,\
        killed,led,left,lost,made,met,paid,sold,sent,struck,told,took,won,hurt,shot,sees,goes,says,\
        is,are,was,were,has,have
        """.split(separator: ",").map(String.init))
}
