/// The elements of HTML that are treated in a way of their own, by their names.
package enum Tag: String, Sendable, CaseIterable {
    // Structure.
    case html, head, body, article, section, main, header, footer, nav, aside, div, span, center
    case title, meta, link, base
    // Blocks of text.
    case h1, h2, h3, h4, h5, h6, p, pre, blockquote, q, address, hgroup, details, summary
    // … of NITF.
    case hl1, hl2, block, bq, abstract, tagline
    case ul, ol, li, dl, dt, dd, menu
    case table, caption, thead, tbody, tfoot, tr, td, th, colgroup, col
    case figure, figcaption, picture, img, hr, br, wbr
    // Inside lines.
    case a, abbr, acronym, b, big, cite, code, del, dfn, em, font, i, ins, kbd, label, mark, rp, rt
    case ruby, s, samp, small, strike, strong, sub, sup, time, tt, u, `var`, bdi, bdo, data
    // No text to read.
    case script, style, noscript, template, iframe, object, embed, applet, frame, frameset, noframes
    case svg, math, canvas, audio, video, source, track, map, area, param
    case form, input, button, select, option, optgroup, textarea, fieldset, legend, output, progress
    case meter, datalist, dialog
    /// Any other.
    case other = ""

    /// By name, in lower case.
    static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })

    /// Begins and ends lines: a paragraph of its own, or what holds some.
    package var isBlock: Bool {
        switch self {
        case .html, .head, .body, .article, .section, .main, .header, .footer, .nav, .aside, .div,
            .center, .title, .h1, .h2, .h3, .h4, .h5, .h6, .p, .pre, .blockquote, .address,
            .hgroup, .details, .summary, .ul, .ol, .li, .dl, .dt, .dd, .menu, .table, .caption,
            .thead, .tbody, .tfoot, .tr, .td, .th, .figure, .figcaption, .hr, .form, .fieldset,
            .hl1, .hl2, .block, .bq, .abstract, .tagline, .legend, .dialog, .noscript, .option,
            .noframes, .frameset:
            true
        default: false
        }
    }

    /// Holds nothing that a reader of the page reads.
    package var isHidden: Bool {
        switch self {
        case .script, .style, .template, .iframe, .object, .embed, .applet, .frame, .svg,
            .canvas, .audio, .video, .map, .title, .select, .textarea, .datalist, .input, .rp, .rt,
            .noframes:
            true
        default: false
        }
    }

    /// 1 to 6 for a heading.
    package var headingLevel: Int? {
        switch self {
        case .h1: 1
        case .h2: 2
        case .h3: 3
        case .h4: 4
        case .h5: 5
        case .h6: 6
        default: nil
        }
    }
}
