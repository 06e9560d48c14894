use super::*;

#[test]
fn the_ending_of_a_file_names_its_format_in_any_case() {
    let of = |name: &str| Format::of(Path::new(name));
    assert_eq!(of("a/report.JSON"), Some(Format::Json));
    assert_eq!(of("report.htm"), Some(Format::Html));
    assert_eq!(of("report.xlsx"), Some(Format::Xlsx));
    for name in ["report", "report.pdf", ".json", "report.json/"] {
        let expected = (name == "report.json/").then_some(Format::Json);
        assert_eq!(of(name), expected, "{name}");
    }
}

#[test]
fn whatever_a_spreadsheet_could_take_for_a_formula_is_made_text() {
    for text in ["=1", "+1", "-1", "@a", "\t=1", "\r=1", "\n=1", "＝1"] {
        assert_eq!(inert(text), format!("'{text}"));
    }
    for text in ["a=1", "Mail.Read", "", " =1"] {
        assert_eq!(inert(text), text);
    }
}
