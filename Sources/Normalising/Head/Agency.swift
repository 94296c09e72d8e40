/// News agencies, as they sign in datelines and bylines.
enum Agency {
    private static let names: Set<String> = [
        "reuters", "ap", "associated press", "the associated press", "afp", "agence france-presse",
        "dpa", "dpa-afx", "dpa/lsw", "upi", "united press international", "xinhua", "tass",
        "itar-tass",
        "interfax", "kyodo", "kyodo news", "jiji", "jiji press", "ansa", "efe", "apa", "bloomberg",
        "bloomberg news", "pti", "ani", "ians", "uni", "yonhap", "pa", "pa media",
        "press association",
        "anadolu", "aa", "cp", "the canadian press", "canadian press", "aap", "ntb", "tt", "ritzau",
        "belga", "anp", "sda", "keystone-sda", "mti", "čtk", "ctk", "pap", "lusa", "mena", "wam",
        "spa",
        "bernama", "antara", "vna", "cnn", "bbc", "bbc news", "cna", "ria", "ria novosti", "afx",
        "dow jones", "dow jones newswires", "kuna", "sana", "irna", "fars", "petra", "dapd", "ddp",
        "epd", "kna", "afp-jiji", "jiji-afp", "ap-jiji", "reuters/afp", "afp/reuters", "ips", "njs",
        "prnewswire", "pr newswire", "business wire", "globe newswire", "globenewswire", "sid",
        "ots",
        "рейтер", "reuters health", "тасс", "итар-тасс", "риа новости",
        "интерфакс", "укринформ", "укрінформ", "белта", "telam", "télam", "europa press", "notimex",
        "rfe/rl", "voa", "dw", "scmp", "nyt", "new york times", "thomson reuters foundation",
        "the conversation", "caixin", "新华社", "中新社", "共同社", "路透社", "法新社", "美联社",
        "時事", "共同", "ロイター", "時事通信", "共同通信",
    ]

    /// The agency as printed, or nil for what is none.
    static func named(_ text: String) -> String? {
        let trimmed = text.trimmingBlanks
        guard trimmed.utf8.count <= 40 else { return nil }
        return names.contains(trimmed.lowercased()) ? trimmed : nil
    }
}
