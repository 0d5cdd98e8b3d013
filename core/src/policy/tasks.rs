//! The tasks of the annex, 重点任务分工.

use super::Task;

// The categories, 工作任务.
const PATTERN: &str = "构建产业和教育统筹融合发展格局";
const ENTERPRISES: &str = "强化行业企业重要主体作用";
const TRAINING: &str = "全面推进产教融合人才培养改革";
const SUPPLY: &str = "促进产教供需双向对接";
const SUPPORT: &str = "加大组织保障和支持体系建设";

// The responsible units, 责任单位. Each has one name.
const REFORM: &str = "省发展改革委";
const EDUCATION: &str = "省教育厅";
const STATE_ASSETS: &str = "省国资委";
const INDUSTRY: &str = "省工业和信息化厅";
const LABOUR: &str = "省人力资源社会保障厅";
const FINANCE: &str = "省财政厅";
const EMERGENCY: &str = "省应急管理厅";
const INSURANCE: &str = "湖南银保监局";
const SCIENCE: &str = "省科技厅";
const UNIONS: &str = "省总工会";
const CIVIL_AFFAIRS: &str = "省民政厅";
const TAX: &str = "省税务局";
const LAND: &str = "省自然资源厅";
const COMMERCE: &str = "省商务厅";
const FOREIGN_AFFAIRS: &str = "省委外事办";
const CITIES: &str = "各市州人民政府";

// Who takes part besides, as the last of the units.
const TOGETHER: &str = "会同有关部门";
const TOGETHER_IN_ROW_19: &str = "会同有关部门和行业协会、省农业农村厅";

/// One row of the table. A row that is `joint` ends with 会同有关部门, or with `joint with …`.
macro_rules! row {
    ($row:literal, $category:expr, $articles:expr, [$($unit:expr),*]) => {
        Task {
            row: $row,
            category: $category,
            articles: &$articles,
            units: &[$($unit),*],
            joint: false,
        }
    };
    ($row:literal, $category:expr, $articles:expr, [$($unit:expr),*] joint) => {
        row!($row, $category, $articles, [$($unit),*] joint with TOGETHER)
    };
    ($row:literal, $category:expr, $articles:expr, [$($unit:expr),*] joint with $others:expr) => {
        Task {
            row: $row,
            category: $category,
            articles: &$articles,
            units: &[$($unit,)* $others],
            joint: true,
        }
    };
}

/// The 24 tasks of the annex, in its order.
#[rustfmt::skip]
pub const TASKS: &[Task] = &[
    row!(1, PATTERN, [2], [REFORM, CITIES] joint),
    row!(2, PATTERN, [3], [EDUCATION, REFORM] joint),
    row!(3, PATTERN, [4], [EDUCATION] joint),
    row!(4, ENTERPRISES, [5], [EDUCATION, REFORM, STATE_ASSETS, INDUSTRY, LABOUR, CITIES] joint),
    row!(5, ENTERPRISES, [6], [EDUCATION, LABOUR, INDUSTRY, STATE_ASSETS] joint),
    row!(6, ENTERPRISES, [7],
        [EDUCATION, REFORM, INDUSTRY, STATE_ASSETS, FINANCE, LABOUR, CITIES] joint),
    row!(7, ENTERPRISES, [8], [EDUCATION, FINANCE, LABOUR, EMERGENCY, INSURANCE, CITIES]),
    row!(8, ENTERPRISES, [9], [EDUCATION, LABOUR, CITIES] joint),
    row!(9, ENTERPRISES, [10], [REFORM, EDUCATION, SCIENCE, STATE_ASSETS, FINANCE] joint),
    row!(10, ENTERPRISES, [11], [UNIONS, LABOUR, CITIES] joint),
    row!(11, ENTERPRISES, [12], [STATE_ASSETS, INDUSTRY, EDUCATION]),
    row!(12, TRAINING, [13], [EDUCATION, LABOUR, CITIES] joint),
    row!(13, TRAINING, [14], [EDUCATION, REFORM, LABOUR, INDUSTRY, STATE_ASSETS]),
    row!(14, TRAINING, [15], [EDUCATION, LABOUR, INDUSTRY, STATE_ASSETS, CITIES] joint),
    row!(15, TRAINING, [16], [EDUCATION, LABOUR, INDUSTRY, STATE_ASSETS] joint),
    row!(16, TRAINING, [17], [EDUCATION, LABOUR] joint),
    row!(17, TRAINING, [18], [EDUCATION, LABOUR, CITIES] joint),
    row!(18, TRAINING, [19], [EDUCATION, LABOUR] joint),
    row!(19, SUPPLY, [20, 21, 22, 23],
        [REFORM, INDUSTRY, EDUCATION, LABOUR, CIVIL_AFFAIRS, CITIES] joint with TOGETHER_IN_ROW_19),
    row!(20, SUPPORT, [24], [REFORM, EDUCATION, LABOUR, FINANCE, INDUSTRY, CITIES] joint),
    row!(21, SUPPORT, [25],
        [REFORM, EDUCATION, LABOUR, FINANCE, INDUSTRY, STATE_ASSETS, CITIES] joint),
    row!(22, SUPPORT, [26], [FINANCE, TAX, LAND, REFORM, CITIES]),
    row!(23, SUPPORT, [27], [EDUCATION, LABOUR, COMMERCE, FOREIGN_AFFAIRS] joint),
    row!(24, SUPPORT, [28], [REFORM, EDUCATION, LABOUR, CITIES] joint),
];
