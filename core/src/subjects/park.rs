//! 产业园区: article 2.

use super::prelude::*;

choices! {
    /// 点名的四个园区.
    NamedPark {
        Yuelushan "yuelushan" "岳麓山国家大学科技园", "Yuelushan national university science park";
        HunanUniversity "hunan_university" "湖南省大学科技产业园", "Hunan university science and industry park";
        Zhuzhou "zhuzhou" "湖南（株洲）职业教育科技园", "Hunan (Zhuzhou) vocational education science park";
        Malanshan "malanshan" "马栏山视频文创产业园", "Malanshan video and creative industry park";
        Other "other" "其他园区", "another park";
    }
}

subject! {
    /// 产业园区: one industrial park.
    Park = "park", "产业园区", "industrial park";
    one record is "一个产业园区", "one industrial park";
    facts {
        park: NamedPark = "园区", "park";
        designated_key_park: bool = "列为重点推进园区", "designated by the province to be pushed";
    }
}

/// The rules, in the order of the policy.
const RULES: &[Rule] = &[Rule::new(
    "park.key_construction",
    statement("2.2a"),
    any(&[
        FACTS.one_of("park", &["yuelushan", "hunan_university", "zhuzhou", "malanshan"]),
        FACTS.flag("designated_key_park"),
    ]),
)
.eligibility()
.title(text!("重点推进建设", "pushed by the province"))
.demands(&[text!(
    "需为文件点名或省级列为重点推进的园区",
    "to be named by the text or designated by the province",
)])
.reading(text!(
    "点名四个园区，“等”字未封闭，其余以省级认定为准",
    "four parks are named and the list is open; others go by the province's designation"
))];
