@main
struct Wireroom {
    static func main() {}
}
