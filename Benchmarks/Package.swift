// swift-tools-version: 6.2

import PackageDescription

// What measures Wireroom from inside. `Wireroom` and `TestSupport` are links to its folders: the stages
// are targets of this package too, as their declarations are visible within one package only.
let package = Package(
    name: "benchmarks",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "judging-speed", targets: ["judging-speed"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.0"),
    ],
    targets: [
        .target(name: "CLinux", path: "Wireroom/CLinux"),
        .target(
            name: "CDigest", path: "Wireroom/CDigest", linkerSettings: [.linkedLibrary("crypto")]),
        .target(
            name: "CUnicode", path: "Wireroom/CUnicode",
            linkerSettings: [.linkedLibrary("utf8proc")]),
        .target(
            name: "CJSON", path: "Wireroom/CJSON", linkerSettings: [.linkedLibrary("simdjson")]),
        .target(name: "CZstd", path: "Wireroom/CZstd", linkerSettings: [.linkedLibrary("zstd")]),
        .target(name: "CZlib", path: "Wireroom/CZlib", linkerSettings: [.linkedLibrary("z")]),
        .target(
            name: "Platform",
            dependencies: [
                "CLinux", "CDigest", "CUnicode",
                .product(name: "SystemPackage", package: "swift-system"),
            ], path: "Wireroom/Platform"),
        .target(name: "JSON", dependencies: ["CJSON"], path: "Wireroom/JSON"),
        .target(
            name: "Articles", dependencies: ["JSON", "Platform"], path: "Wireroom/Articles"),
        .target(
            name: "Judging", dependencies: ["Articles", "Platform"], path: "Wireroom/Judging"),
        .target(
            name: "Archiving", dependencies: ["Articles", "CZlib", "CZstd", "JSON", "Platform"],
            path: "Wireroom/Archiving"),

        // Seeded random numbers.
        .target(name: "TestSupport", path: "TestSupport"),

        .executableTarget(
            name: "judging-speed",
            dependencies: [
                "Archiving", "Articles", "JSON", "Judging", "Platform", "TestSupport",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ], path: "JudgingSpeed"),
    ],
    swiftLanguageModes: [.v6],
    cxxLanguageStandard: .cxx17
)
