// swift-tools-version: 6.2

import PackageDescription

// The way of a file, in the order of the folders it passes:
// Inbox (seen, claimed) → Reading → Normalising → Judging → Archiving → Inbox (put away),
// driven by Ingesting, told by Reporting, set by Settings, started by wireroom.
let package = Package(
    name: "wireroom",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "wireroom", targets: ["wireroom"])],
    dependencies: [
        // The command line: parsing, help, completions.
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        // The logging interface that every part speaks; our handlers write to the journal or a terminal.
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        // The heap by which files are looked at in time.
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        // Typed descriptors, paths that hold any bytes, errno as a value.
        .package(url: "https://github.com/apple/swift-system", from: "1.8.0"),
        // Start, signals and graceful stop of the daemon's services.
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        // Environment variables over config.json, as typed values.
        // Its own reader of JSON would bring all of Foundation along, with ICU's 34 MB of data.
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0", traits: []),
    ],
    targets: [
        // Linux calls that the C library's Swift overlay does not show (variadic or missing ones).
        .target(name: "CLinux"),
        // SHA-256 from Debian's Nettle, which uses the processor's SHA instructions as libcrypto does
        // but needs no 3 MB of memory to begin with.
        .target(name: "CDigest", linkerSettings: [.linkedLibrary("nettle")]),
        // Unicode normalisation and categories from Debian's utf8proc.
        .target(name: "CUnicode", linkerSettings: [.linkedLibrary("utf8proc")]),
        // JSON parsing by Debian's simdjson behind a C header, so that no C++ crosses into Swift.
        .target(
            name: "CJSON",
            linkerSettings: [.linkedLibrary("simdjson")]),
        // Closed segments are compressed by Debian's zstd (small and fast to read back) …
        .target(name: "CZstd", linkerSettings: [.linkedLibrary("zstd")]),
        // … or by zlib as gzip, which every other program reads; it also undoes the "deflate" of
        // the web.
        .target(name: "CZlib", linkerSettings: [.linkedLibrary("z")]),
        // sd_notify and sd_journal_sendv from libsystemd.
        .systemLibrary(
            name: "CSystemd", pkgConfig: "libsystemd", providers: [.apt(["libsystemd-dev"])]),

        // HTML and XML by Debian's libxml2, behind a C header without any of its own.
        .systemLibrary(
            name: "CLibXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .target(name: "CMarkup", dependencies: ["CLibXML"]),
        // Mail by Debian's GMime, in the same way.
        .systemLibrary(
            name: "CGMime", pkgConfig: "gmime-3.0", providers: [.apt(["libgmime-3.0-dev"])]),
        .target(name: "CMail", dependencies: ["CGMime"]),
        // Time zones by GLib, which GMime brings along.
        .systemLibrary(
            name: "CGLib", pkgConfig: "glib-2.0", providers: [.apt(["libglib2.0-dev"])]),
        .target(name: "CTimeZone", dependencies: ["CGLib"]),
        // Compressed files and archives by Debian's libarchive, and a guess at encodings by its
        // uchardet, whose headers stay behind two of our own.
        .target(name: "CContainers", linkerSettings: [.linkedLibrary("archive")]),
        .target(name: "CEncodings", linkerSettings: [.linkedLibrary("uchardet")]),
        // Markdown by Debian's cmark, and the YAML at its head by Debian's libyaml.
        .systemLibrary(
            name: "CCommonMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
        .target(name: "CYAML", linkerSettings: [.linkedLibrary("yaml")]),
        // The language of a text by Debian's CLD2.
        .target(name: "CLanguage", linkerSettings: [.linkedLibrary("cld2")]),

        .target(
            name: "Platform",
            dependencies: [
                "CLinux", "CDigest", "CTimeZone", "CUnicode",
                .product(name: "SystemPackage", package: "swift-system"),
            ]),
        .target(name: "JSON", dependencies: ["CJSON"]),
        .target(name: "Encodings", dependencies: ["CEncodings", "JSON", "Platform"]),
        .target(name: "Markup", dependencies: ["CMarkup"]),
        .target(name: "Articles", dependencies: ["JSON", "Platform"]),
        .target(
            name: "Settings",
            dependencies: [
                "Articles", "Encodings", "JSON", "Platform",
                .product(name: "Configuration", package: "swift-configuration"),
            ]),
        .target(
            name: "Reporting",
            dependencies: [
                "CSystemd", "Platform", .product(name: "Logging", package: "swift-log"),
            ]),
        .target(
            name: "Inbox",
            dependencies: [
                "Articles", "Platform", "Reporting", "Settings",
                .product(name: "HeapModule", package: "swift-collections"),
                .product(name: "Logging", package: "swift-log"),
            ]),
        .target(
            name: "Pages", dependencies: ["Articles", "JSON", "Markup", "Normalising", "Platform"]),
        .target(
            name: "Reading",
            dependencies: [
                "Articles", "CCommonMark", "CContainers", "CMail", "CYAML", "CZlib", "Encodings",
                "JSON", "Markup", "Pages", "Platform",
            ]),
        .target(
            name: "Normalising", dependencies: ["Articles", "CLanguage", "CMarkup", "Platform"]),
        .target(name: "Judging", dependencies: ["Articles", "Platform"]),
        .target(
            name: "Archiving", dependencies: ["Articles", "CZlib", "CZstd", "JSON", "Platform"]),
        .target(
            name: "Ingesting",
            dependencies: [
                "Archiving", "Articles", "Inbox", "Judging", "Normalising", "Platform", "Reading",
                "Reporting", "Settings",
                .product(name: "Logging", package: "swift-log"),
            ]),
        .executableTarget(
            name: "wireroom",
            dependencies: [
                "Archiving", "Articles", "Ingesting", "JSON", "Normalising", "Platform",
                "Reporting",
                "Settings",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            // The toolchain's own lld: addresses to adjust at the start take 1 MB less, and what no
            // other program is to call is not listed for it.
            linkerSettings: [
                .unsafeFlags([
                    "-use-ld=lld", "-Xlinker", "-z", "-Xlinker", "pack-relative-relocs",
                    "-Xlinker", "--no-export-dynamic",
                ])
            ]),

        // Kills and breaks the real daemon and checks what is left; shares no code with it.
        .executableTarget(
            name: "torture",
            dependencies: [.product(name: "ArgumentParser", package: "swift-argument-parser")],
            path: "Tests/Torture"),

        // What several of the tests need.
        .target(name: "TestSupport", path: "Tests/TestSupport"),
        .testTarget(name: "JSONTests", dependencies: ["JSON", "TestSupport"]),
        .testTarget(name: "MarkupTests", dependencies: ["Markup"]),
        .testTarget(name: "PagesTests", dependencies: ["JSON", "Markup", "Pages"]),
        .testTarget(name: "PlatformTests", dependencies: ["Platform"]),
        .testTarget(name: "SettingsTests", dependencies: ["JSON", "Settings"]),
        .testTarget(name: "ReportingTests", dependencies: ["Reporting"]),
        .testTarget(name: "InboxTests", dependencies: ["Inbox", "TestSupport"]),
        .testTarget(
            name: "ReadingTests",
            dependencies: [
                "Articles", "CZlib", "Encodings", "JSON", "Markup", "Platform", "Reading",
                "TestSupport",
            ]),
        .testTarget(name: "NormalisingTests", dependencies: ["Articles", "Normalising"]),
        .testTarget(name: "JudgingTests", dependencies: ["Judging"]),
        .testTarget(name: "ArchivingTests", dependencies: ["Archiving", "TestSupport"]),
        // What must hold for any bytes, checked by the fuzzer (Tests/Scripts/fuzz) and, for what it
        // found worth keeping, by a test.
        .target(
            name: "Properties",
            dependencies: [
                "Archiving", "Articles", "Encodings", "Inbox", "JSON", "Judging", "Normalising",
                "Platform",
                "Reading", "Settings", "TestSupport",
            ],
            path: "Tests/Fuzzing/Properties"),
        .testTarget(name: "FuzzingTests", dependencies: ["Platform", "Properties", "TestSupport"]),
        // Through the public door: the program itself, real files, kill -9, a real systemd.
        .testTarget(name: "WireroomTests", dependencies: ["JSON", "Platform", "TestSupport"]),
    ],
    swiftLanguageModes: [.v6],
    cxxLanguageStandard: .cxx17
)

// The fuzzer's library brings the main function: without it the program cannot be linked.
if Context.environment["WIREROOM_FUZZING"] == "1" {
    package.targets.append(
        .executableTarget(
            name: "Fuzz", dependencies: ["Properties"], path: "Tests/Fuzzing/Fuzz"))
}
