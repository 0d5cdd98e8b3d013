//! 基地: articles 7 and 9.

use super::prelude::*;

choices! {
    /// 基地类别.
    BaseKind {
        StudentTraining "student_training" "实习实训基地", "training base for students";
        TeacherPractice "teacher_practice" "教师顶岗实践基地", "base for teachers' practice";
        NationalTraining "national_training" "国培基地", "base of the national teacher training";
        ProvincialTraining "provincial_training" "省培基地", "base of the provincial teacher training";
    }
}

subject! {
    /// 实习实训与实践基地: one base at an enterprise.
    PracticeBase = "practice_base", "实习实训与实践基地", "practice base";
    one record is "一个设在企业的基地", "one base at an enterprise";
    facts {
        name: String = "基地名称", "name of the base";
        base_kind: BaseKind = "基地类别", "kind of base";
        host_large_or_medium: bool = "设在大、中型企业", "the host is a large or medium enterprise";
        takes_students: bool = "接收相关专业学生实习实训" | "接收相关专业学生", "the base takes students of related majors";
    }
}

/// The rules, in the order of the policy.
const RULES: &[Rule] = &[
    Rule::new("practice_base.student_training", statement("7.3b"), FACTS.flag("takes_students"))
        .applies_to(
            all(&[
                FACTS.one_of("base_kind", &["student_training"]),
                FACTS.flag("host_large_or_medium"),
            ]),
            text!(
                "大、中型企业的学生实习实训基地",
                "training bases for students at large and medium enterprises"
            ),
        )
        .title(text!("接收学生实习实训", "taking students for training"))
        .demands(&[text!(
            "接收相关专业学生实习实训",
            "students of related majors taken for internship and training",
        )]),
    Rule::new(
        "practice_base.teacher_practice",
        statement("9.1a"),
        FACTS.flag("host_large_or_medium"),
    )
    .eligibility()
    .applies_to(
        FACTS
            .one_of("base_kind", &["teacher_practice", "national_training", "provincial_training"]),
        text!("教师顶岗实践、国培和省培基地", "bases for teachers' practice and training"),
    )
    .title(text!("教师基地设在大中型企业", "bases for teachers at large and medium enterprises"))
    .demands(&[text!("须设在大中型企业", "to be at a large or medium enterprise")])
    .unmet(text!(
        "不属于文件部署设立基地的企业范围（不妨碍设立）",
        "not among the enterprises where the policy directs bases to be set up (others are not \
        ruled out)"
    ))
    .reading(text!(
        "文件部署在大中型企业设立基地，不妨碍在其他企业设立；分批进度原文未定",
        "the policy directs that bases be set up in large and medium enterprises, and rules out no \
        others; the text leaves the batches open"
    )),
];
