//! 产业园区: articles 2 and 25.

use super::prelude::*;

choices! {
    /// 点名的四个园区.
    NamedPark {
        Yuelushan "yuelushan" "岳麓山国家大学科技园", "Yuelushan National University Science Park";
        HunanProvincialUniversityPark "hunan_provincial_university_park" "湖南省大学科技产业园", "Hunan Provincial University Science and Technology Industrial Park";
        Zhuzhou "zhuzhou" "湖南（株洲）职业教育科技园", "Hunan (Zhuzhou) Vocational Education Science Park";
        Malanshan "malanshan" "马栏山视频文创产业园", "Malanshan Video and Creative Industry Park";
        Other "other" "其他园区", "another park";
    }
}

choices! {
    /// 园区级别: the level of government that approved the park.
    ParkLevel {
        National "national" "国家级", "national";
        Provincial "provincial" "省级", "provincial";
        Municipal "municipal" "市级" | "市州级", "of a city or autonomous prefecture";
        County "county" "县级" | "县市区级", "of a county";
        Other "other" "其他", "other";
    }
}

subject! {
    /// 产业园区: one industrial park.
    Park = "park", "产业园区", "industrial park";
    one record is "一个产业园区", "one industrial park";
    facts {
        park: NamedPark = "园区", "park";
        park_level: ParkLevel = "园区级别", "level of the park" determined by Competent;
        designated_key_park: bool = "经省级认定为重点推进园区" | "列为重点推进园区", "the park is designated by the province as a priority";
    }
}

/// The rules, in the order of the policy.
const RULES: &[Rule] = &[
    Rule::new(
        "park.key_construction",
        statement("2.2a"),
        any(&[
            FACTS.one_of(
                "park",
                &["yuelushan", "hunan_provincial_university_park", "zhuzhou", "malanshan"],
            ),
            FACTS.flag("designated_key_park"),
        ]),
    )
    .eligibility()
    .title(text!("重点推进建设", "priority park"))
    .demands(&[text!(
        "须为文件列名或经省级认定的重点推进园区",
        "to be named by the policy or designated by the province as a priority",
    )])
    .reading(text!(
        "列名四个园区，“等”字未封闭，其余以省级认定为准",
        "four parks are named and the list is open; others go by the province's designation"
    )),
    Rule::new(
        "park.integration_park",
        statement("25.3b"),
        by_reading(
            "integration_park_level",
            &[
                FACTS.one_of("park_level", &["national", "provincial"]),
                FACTS.one_of("park_level", &["national", "provincial", "municipal", "county"]),
            ],
        ),
    )
    .annex(21, "支持省级以上产业园建设产教融合园区")
    .unmet(text!(
        "附件第21项写明支持省级以上产业园；正文第25点称“各级产业园区”，未排除其他园区",
        "row 21 of the annex supports parks at provincial level or above; point 25 of the body \
        speaks of parks at all levels and rules out no others"
    ))
    .eligibility()
    .force(Force::Encouraged)
    .title(text!("建设产教融合园区", "industry-education integration park"))
    .demands_by_reading(&[
        &[text!("须为省级以上产业园", "to be an industrial park at provincial level or above",)],
        &[text!(
            "须为国家、省、市、县各级的产业园区",
            "to be a national, provincial, municipal or county industrial park"
        )],
    ])
    .reading(text!(
        "正文“建设一批产教融合园区”未写条件，附件第21项写明支持的对象；效力从附件“支持”",
        "the body sets no condition; row 21 of the annex says which parks are supported, and its \
        word \"support\" gives the force"
    )),
];
