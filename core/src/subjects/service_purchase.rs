//! 购买服务: article 19.

use super::prelude::*;

choices! {
    /// 提供方类别.
    Seller {
        IndustryOrEnterprise "industry_or_enterprise" "行业企业", "industry body or enterprise";
        TrainingInstitution "training_institution" "社会培训机构", "training institution";
        Other "other" "其他", "other";
    }
}

choices! {
    /// 服务类别.
    Service {
        InnovationCourse "innovation_course" "创新创业课程", "innovation and entrepreneurship course";
        FrontierCourse "frontier_course" "前沿技术课程", "frontier-technology course";
        Similar "similar" "同类课程服务", "a similar course service";
        Other "other" "其他", "other";
    }
}

subject! {
    /// 购买服务: one purchase of course services by a school.
    ServicePurchase = "service_purchase", "购买服务", "service purchase";
    one record is "学校的一次购买课程服务", "one purchase of course services by a school";
    facts {
        name: String = "项目名称", "name of the purchase";
        seller: Seller = "提供方类别", "kind of seller";
        service: Service = "服务类别", "kind of service";
        procurement_rules_followed: bool = "符合采购规定", "procurement rules are followed";
    }
}

/// The rules, in the order of the policy.
const RULES: &[Rule] = &[Rule::new(
    "service_purchase.permission",
    statement("19.2b"),
    all(&[
        FACTS.one_of("seller", &["industry_or_enterprise", "training_institution"]),
        FACTS.one_of("service", &["innovation_course", "frontier_course", "similar"]),
        FACTS.flag("procurement_rules_followed"),
    ]),
)
.eligibility()
.title(text!("可购买课程服务", "may purchase course services"))
.demands(&[text!(
    "须为规范地向行业企业和社会培训机构购买的创新创业、前沿技术课程等服务",
    "to purchase innovation or frontier-technology courses or the like, by the rules, from \
    industry or training institutions"
)])
.reading(text!(
    "“规范”指遵守采购规定；“等服务”含同类服务",
    "regulated: by the procurement rules; similar services are included"
))];
