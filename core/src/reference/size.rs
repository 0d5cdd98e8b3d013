//! 大中小微型企业划分: the size classes of 《统计上大中小微型企业划分办法（2017）》
//! （国统字〔2017〕213号).
//!
//! Sources: the table was read in three independent secondary copies, which agree. An enterprise
//! must reach the lower limits of all listed indicators, or it belongs to a lower class: this was
//! read in an archived answer of the National Bureau of Statistics.

use crate::quantity::literal;
use crate::string_enum::choices;
use crate::verdict::Verdict;

choices! {
    /// 企业规模: the size class, which the statistics authority determines once a year.
    SizeClass {
        Large "large" "大型" | "大", "large";
        Medium "medium" "中型" | "中", "medium";
        Small "small" "小型" | "小", "small";
        Micro "micro" "微型" | "微", "micro";
    }
}

choices! {
    /// 划型行业: the 16 industries of the table, and all others. The further names are sections of
    /// GB/T 4754. Sections that cover several rows, such as 批发和零售业, are not accepted; only
    /// 住宿和餐饮业 is, because its two rows have the same limits.
    Industry {
        Agriculture "agriculture" "农、林、牧、渔业" | "农林牧渔业", "agriculture, forestry, animal husbandry and fishery";
        Industry "industry" "工业" | "采矿业" | "制造业" | "电力、热力、燃气及水生产和供应业", "industry: mining, manufacturing, power, heat, gas and water";
        Construction "construction" "建筑业", "construction";
        Wholesale "wholesale" "批发业", "wholesale";
        Retail "retail" "零售业", "retail";
        Transport "transport" "交通运输业", "transport, without railways";
        Storage "storage" "仓储业", "warehousing";
        Post "post" "邮政业", "postal services";
        Accommodation "accommodation" "住宿业" | "住宿和餐饮业", "accommodation";
        Catering "catering" "餐饮业", "catering";
        InformationTransmission "information_transmission" "信息传输业", "information transmission";
        SoftwareIt "software_it" "软件和信息技术服务业", "software and information technology services";
        RealEstate "real_estate" "房地产开发经营", "real estate development and operation";
        PropertyManagement "property_management" "物业管理", "property management";
        LeasingBusiness "leasing_business" "租赁和商务服务业", "leasing and business services";
        Other "other" "其他未列明行业" | "科学研究和技术服务业" | "水利、环境和公共设施管理业" | "居民服务、修理和其他服务业" | "社会工作" | "文化、体育和娱乐业", "other industries of the table";
        NotInTable "not_in_table" "不在划分表内" | "铁路运输业" | "金融业" | "教育" | "卫生" | "公共管理、社会保障和社会组织" | "国际组织", "not in the table: finance, education, health, railways and the like";
    }
}

/// The lower limits of the classes 大型 and 中型 for one indicator of an industry.
#[derive(Debug, Clone, Copy)]
struct Limits {
    large: i64,
    medium: i64,
}

/// The limits of 从业人员 (persons), 营业收入 and 资产总额 (both in fen); `None` if an indicator is not
/// listed for the industry.
type Row = [Option<Limits>; 3];

/// The rows, in the order of [`Industry`].
const TABLE: [Row; 16] = [
    [None, yuan("20000", "500"), None],
    [persons(1_000, 300), yuan("40000", "2000"), None],
    [None, yuan("80000", "6000"), yuan("80000", "5000")],
    [persons(200, 20), yuan("40000", "5000"), None],
    [persons(300, 50), yuan("20000", "500"), None],
    [persons(1_000, 300), yuan("30000", "3000"), None],
    [persons(200, 100), yuan("30000", "1000"), None],
    [persons(1_000, 300), yuan("30000", "2000"), None],
    [persons(300, 100), yuan("10000", "2000"), None],
    [persons(300, 100), yuan("10000", "2000"), None],
    [persons(2_000, 100), yuan("100000", "1000"), None],
    [persons(300, 100), yuan("10000", "1000"), None],
    [None, yuan("200000", "1000"), yuan("10000", "5000")],
    [persons(1_000, 300), yuan("5000", "1000"), None],
    [persons(300, 100), None, yuan("120000", "8000")],
    [persons(300, 100), None, None],
];

#[expect(clippy::unnecessary_wraps, reason = "a cell of the table is an option")]
const fn persons(large: i64, medium: i64) -> Option<Limits> {
    Some(Limits { large, medium })
}

/// Converts limits in 万元 to fen.
#[expect(clippy::unnecessary_wraps, reason = "a cell of the table is an option")]
const fn yuan(large: &str, medium: &str) -> Option<Limits> {
    Some(Limits { large: literal(large, 6), medium: literal(medium, 6) })
}

/// Returns the row of an industry by its index in [`Industry`]; `None` if it is not in the table.
fn row(industry: i64) -> Option<&'static Row> {
    TABLE.get(usize::try_from(industry).ok()?)
}

/// Whether an enterprise is large or medium: by its declared class, if any, otherwise by the table,
/// where every listed indicator must reach its lower limit.
///
/// An indicator that reaches 大型 also reaches 中型 (asserted below), so only the limits of 中型 are
/// compared.
pub(crate) fn large_or_medium(
    declared: Option<i64>,
    industry: Option<i64>,
    indicators: [Option<i64>; 3],
) -> Verdict {
    if let Some(class) = declared {
        return Verdict::from_bool(class <= SizeClass::Medium.index());
    }
    let Some(row) = industry.and_then(row) else {
        return Verdict::Undetermined;
    };
    row.iter().zip(indicators).fold(Verdict::Met, |all, (limits, given)| {
        all.and(match (limits, given) {
            (None, _) => Verdict::Met,
            (Some(_), None) => Verdict::Undetermined,
            (Some(limits), Some(given)) => Verdict::from_bool(limits.medium <= given),
        })
    })
}

#[expect(clippy::indexing_slicing, reason = "only evaluated while compiling")]
const _: () = {
    let (mut row, mut indicator) = (0, 0);
    while row < TABLE.len() {
        if let Some(limits) = &TABLE[row][indicator] {
            assert!(limits.medium <= limits.large);
        }
        indicator += 1;
        if indicator == 3 {
            (row, indicator) = (row + 1, 0);
        }
    }
};

/// Returns which of the three indicators are missing and listed for this industry.
pub(crate) fn missing(industry: i64, indicators: [Option<i64>; 3]) -> [bool; 3] {
    let Some(row) = row(industry) else {
        return [false; 3];
    };
    let [persons, revenue, assets] = row;
    let [p, r, a] = indicators;
    [
        persons.is_some() && p.is_none(),
        revenue.is_some() && r.is_none(),
        assets.is_some() && a.is_none(),
    ]
}

/// Returns the rows of the table that a section of GB/T 4754 covers, if there are several, so that the
/// section alone does not tell the row.
pub(crate) fn rows_of_section(section: &str) -> Option<&'static [Industry]> {
    Some(match section {
        "批发和零售业" => &[Industry::Wholesale, Industry::Retail],
        "交通运输、仓储和邮政业" => {
            &[Industry::Transport, Industry::Storage, Industry::Post]
        }
        "信息传输、软件和信息技术服务业" => {
            &[Industry::InformationTransmission, Industry::SoftwareIt]
        }
        "房地产业" => &[Industry::RealEstate, Industry::PropertyManagement],
        "卫生和社会工作" => &[Industry::Other, Industry::NotInTable],
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// So 住宿和餐饮业 may be a name of either.
    #[test]
    fn accommodation_and_catering_have_the_same_limits() {
        let limits = |industry: Industry| format!("{:?}", row(industry.index()).unwrap());
        assert_eq!(limits(Industry::Accommodation), limits(Industry::Catering));
    }

    #[test]
    fn a_section_of_several_rows_is_not_an_industry() {
        let field = crate::subject("enterprise").unwrap().fields();
        let industry = field.iter().find(|field| field.key() == "industry").unwrap();
        let named = |name: &str| {
            let mut choices = industry.choices().unwrap().iter();
            let is = |choice: &&crate::field::Choice| {
                choice.label().zh() == name || choice.also().any(|also| also == name)
            };
            choices.find(is).map(crate::field::Choice::key)
        };
        for (name, key) in [
            ("制造业", Some("industry")),
            ("采矿业", Some("industry")),
            ("电力、热力、燃气及水生产和供应业", Some("industry")),
            ("住宿和餐饮业", Some("accommodation")),
            ("科学研究和技术服务业", Some("other")),
            ("文化、体育和娱乐业", Some("other")),
            ("金融业", Some("not_in_table")),
            ("教育", Some("not_in_table")),
            ("铁路运输业", Some("not_in_table")),
            ("批发和零售业", None),
            ("交通运输、仓储和邮政业", None),
            ("信息传输、软件和信息技术服务业", None),
            ("房地产业", None),
            ("卫生和社会工作", None),
        ] {
            assert_eq!(named(name), key, "{name}");
            assert_eq!(rows_of_section(name).is_some(), key.is_none(), "{name}");
        }
    }
}
