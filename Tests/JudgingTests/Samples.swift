/// Reports made up for these tests.
enum Samples {
    static let ferry = """
        A ferry with 214 passengers ran aground off the island of Maro on Tuesday evening after its \
        steering failed in heavy seas, the coast guard said.

        Two cutters and a fishing boat brought everybody ashore within three hours. Nine people were \
        treated for bruises in the small clinic of Port Ansel and sent home before midnight.

        Captain Ilse Brandt told the local radio that the rudder had not answered for eleven minutes. \
        She dropped both anchors, but the wind was stronger than the chains.

        The ferry belongs to Lindqvist Lines, which runs four ships between the islands and the \
        mainland. The company said that the vessel had passed its yearly inspection in March.

        Divers will look at the hull as soon as the weather allows. Until then the harbour of Maro \
        stays closed, and mail and fresh food are flown in by helicopter.
        """

    static let orchard = """
        Growers in the valley of Tessin expect the smallest apple harvest for two decades, after \
        frost in late April killed most of the blossom on the lower slopes.

        The cooperative, which presses juice for 380 farms, has cut its forecast to 6,200 tonnes. \
        Last year it took in more than 19,000 tonnes.

        Marta Feld, who keeps twelve hectares above the village of Oberau, lit fires between the \
        rows on four nights. She saved a third of her trees and lost all of her pears.

        The ministry has promised help for those who lost more than half of their income. Farmers \
        have until the end of August to send in their figures.
        """

    static let languages: [(name: String, text: String)] = [
        (
            "de",
            """
            Der Stadtrat von Altenfurt hat am Mittwochabend beschlossen, die alte Eisenbrücke über die \
            Wern für zwei Jahre zu sperren. Gutachter hatten Risse in drei von acht Pfeilern gefunden.

            Der Umweg über die Autobahn kostet die Pendler nach Angaben der Verwaltung 25 Minuten. \
            Bürgermeisterin Jutta Kessel versprach, dass die Busse häufiger fahren werden.

            Die Händler am Brückenkopf fürchten um ihre Kundschaft. Sie fordern einen Steg für \
            Fußgänger, der schon im Frühjahr stehen soll.
            """
        ),
        (
            "ru",
            """
            В Северогорске во вторник открылась первая линия канатной дороги, которая соединяет \
            вокзал с новым районом на правом берегу реки. Поездка занимает семь минут.

            Мэр города Павел Орлов сообщил, что строительство обошлось в 1,4 миллиарда рублей. \
            За сутки дорога сможет перевозить до 20 тысяч пассажиров.

            Жители ждали открытия три года. Проезд до конца месяца останется бесплатным, затем \
            билет будет стоить столько же, сколько в автобусе.
            """
        ),
        (
            "ar",
            """
            أعلنت بلدية المدينة الساحلية يوم الأحد عن افتتاح سوق السمك الجديد بعد أعمال استمرت ثمانية \
            عشر شهرا وكلفت أربعة ملايين دينار.

            وقال رئيس البلدية سامي الحداد إن السوق يضم ستين محلا ومصنعا للثلج ورصيفا للقوارب الصغيرة.

            ورحب الصيادون بالخطوة لكنهم طالبوا بخفض رسوم الرسو التي ارتفعت مرتين خلال العام الماضي.
            """
        ),
        (
            "hi",
            """
            राज्य सरकार ने सोमवार को पहाड़ी जिलों के लिए नई बस सेवा शुरू की जिससे दूर के गाँव पहली बार \
            शहर के अस्पताल से जुड़ जाएँगे।

            परिवहन मंत्री कमला रावत ने कहा कि पहले चरण में 48 बसें चलेंगी और हर बस में दो चालक होंगे।

            गाँव के लोगों ने कहा कि अब उन्हें बाज़ार तक पहुँचने के लिए चार घंटे पैदल नहीं चलना पड़ेगा।
            """
        ),
        (
            "zh",
            """
            临江市星期四启用了新的防洪闸门，这项工程历时五年，总投资达到三十亿元，可以抵御百年一遇的洪水。

            市长林海波在启用仪式上表示，闸门每年将关闭大约四次，每次关闭时间不超过十二个小时，对航运影响有限。

            沿岸的渔民对工程表示欢迎，但他们希望政府补偿施工期间的损失，并且尽快疏通被淤泥堵塞的小港口。
            """
        ),
        (
            "ja",
            """
            北浜市は金曜日、老朽化した市立図書館を三年かけて建て替える計画を発表した。新しい建物には音楽室と子どものための広場が設けられる。

            市によると、費用はおよそ八十億円で、そのうち半分を国の補助金でまかなう。工事の間、蔵書は旧小学校の校舎に移される。

            利用者からは期待の声が上がる一方、仮の図書館が駅から遠いことを心配する高齢者も少なくない。
            """
        ),
        (
            "th",
            """
            เทศบาลเมืองริมน้ำประกาศเมื่อวันพุธว่าจะเปิดตลาดกลางคืนแห่งใหม่ในเดือนหน้า หลังจากปรับปรุงถนนเลียบแม่น้ำเสร็จสิ้นแล้ว

            นายกเทศมนตรีกล่าวว่าตลาดแห่งนี้จะมีร้านค้ามากกว่าสองร้อยร้าน และมีเรือโดยสารรับส่งนักท่องเที่ยวทุกครึ่งชั่วโมง

            ชาวบ้านบางส่วนกังวลเรื่องเสียงดังและขยะ จึงขอให้เทศบาลปิดตลาดก่อนเที่ยงคืน
            """
        ),
    ]

    /// One of a weekly series: the wording stays, the figures and names are new.
    static func prices(_ week: Int) -> String {
        let firms = ["Alder", "Boreas", "Corvin", "Dravik", "Elmond"]
        let firm = firms[week % firms.count]
        return """
            \(firm) Metals said it has raised its price for copper cathode by \(week % 7 + 2) cents \
            to \(61 + week * 3) cents a pound, effective March \(week % 27 + 1). The price for wire \
            rod was set at \(64 + week * 3) cents, and that for tube at \(70 + week * 2) cents a \
            pound, a spokesman for \(firm) said in a statement from its office.
            """
    }
}
