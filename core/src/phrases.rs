//! The fixed words of messages, in Chinese and English.

use crate::text::{Text, text};

macro_rules! phrases {
    ($($name:ident = $zh:literal, $en:literal;)*) => {
        /// The fixed words of a message. [`crate::render`] puts them together.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Phrase {
            $($name,)*
        }

        impl Phrase {
            /// All phrases, in the order of their packed texts.
            #[cfg(any(target_family = "wasm", test))]
            pub(crate) const ALL: &[Self] = &[$(Self::$name),*];

            /// Returns the constant.
            pub(crate) const fn constant(self) -> Text {
                match self {
                    $(Self::$name => text!($zh, $en),)*
                }
            }
        }
    };
}

impl Phrase {
    /// Returns the phrase in both languages.
    pub(crate) fn text(self) -> Text {
        #[cfg(target_family = "wasm")]
        return crate::packed::tables().phrase(self);
        #[cfg(not(target_family = "wasm"))]
        self.constant()
    }
}

phrases! {
    BeforePolicy = "早于设定的适用起始日（", "before the day from which the policy is applied (";
    AfterPolicy = "晚于设定的适用截止日（", "after the day until which the policy is applied (";
    OnlyFor = "仅针对", "only for ";
    BaseZero = "计算基数为零", "the base of the ratio is zero";
    PeriodRunsTo = "；期限至", "; the period runs to ";
    ReasonsGiven = "（已附理由，未作审查）", " (reasons given, not reviewed)";
    Stop = "。", ".";
    CloseBracket = "）", ")";
    EitherReached = "；无论适用哪一标准均已达到", "; whichever standard applies, it is reached";
    EitherMissed = "；无论适用哪一标准均未达到", "; whichever standard applies, it is not reached";
    NotApplicable = "不适用", "Not applicable";
    CannotBeDetermined = "无法判断", "Cannot be determined";
    NotYetDue = "期限未届满", "Not yet due";
    Qualifies = "具备条件", "Qualifies";
    DoesNotQualify = "不具备条件", "Does not qualify";
    TargetReached = "已达目标", "Target reached";
    TargetMissed = "未达目标", "Target not reached";
    Done = "已做到（鼓励事项）", "Done, as encouraged";
    Meets = "符合", "Meets the policy standard";
    DoesNotMeet = "不符合文件要求", "Does not meet the policy standard";
    NotInPrinciple = "未达到“原则上”的要求", "Does not meet what the policy asks for in principle";
    NotImplemented = "未落实文件部署", "Not implemented as the policy directs";
    NotDone = "尚未做到（鼓励事项）", "Not done, though encouraged";
    Colon = "：", ": ";
    Condition = "：", ". Condition: ";
    Target = "：", ". Target: ";
    Required = "：", ". Required: ";
    Or = "；或", "; or ";
    Semicolon = "；", "; ";
    ReachedWhole = "，已达到整", "; so far: ";
    WholeMonth = "个月", " whole month";
    WholeMonths = "个月", " whole months";
    ByCalendar = "（按日历月计算）", " (by calendar months)";
    OpenBracket = "（", " (";
    SoFar = "，已有 ", "; so far: ";
    LongestSoFar = "，最长一段已有 ", "; longest run so far: ";
    Actual = "，实际 ", "; actual: ";
    ExcessBy = "，超出 ", "; in excess by ";
    ShortBy = "，差 ", "; short by ";
    Share = "（比例", " (";
    Space = " ", "";
    Standard = "，标准 ", "; standard ";
    HasPassed = "", " has passed";
    HavePassed = "", " have passed";
    DutyBegan = "；自起算日 ", "; since the duty began on ";
    SinceBegun = " 起已过 ", ", ";
    NoReport = "，尚未发布", " without a report";
    LastReport = "；距上次报告（", "; since the last report (";
    SinceReport = "）已过 ", "), ";
    AlsoInterval = "；另有 ", "; also ";
    EarlierInterval = "；此前 ", "; before that, ";
    AtMost = "应不超过", ": no more than ";
    AtLeast = "应不低于", ": at least ";
    StandardIs = "（标准为 ", " (the standard is ";
    NothingRequired = "，不作要求）", ": nothing is required)";
    NotTheCase = "；尚未做到：", "; not the case: ";
    Comma = "、", ", ";
    FactsNeeded = "；尚缺事实：", "; facts still needed: ";
    WhetherPeriod = "第", "whether period ";
    WasInEnterprise = "段实践是否在企业", " of practice was in an enterprise";
    Whether = "是否", "whether ";
    StandardOf = "（标准出自", " (standard of ";
    SourceStatus = "，", "; ";
    StandardGiven = "（标准为自设参数，非文件原文）", " (standard set by the user, not the policy's)";
    InPrinciple = "原则上", "in principle, ";
    InGeneral = "一般", "in general, ";
    Nothing = "", "";
    IntervalFrom = "", "from ";
    To = " 至 ", " to ";
    IntervalDays = " 间隔 ", ": ";
    MoreThanYears = "，超过", ", more than ";
    Year = "年", " year";
    Years = "年", " years";
    Either = "或", " or ";
    TheBaseIsZero = "基数为零", "the base is zero";
    LessThan = "不足", "less than ";
    MoreThan = "超过", "more than ";
    AtLine = "（第 ", " (line ";
    AtColumn = " 行第 ", ", column ";
    Position = " 个字符）", ")";
    Others = "：另有 ", ": ";
    NotListed = " 处未列出", " more are not listed";
    Accepted = "；接受：", "; accepted: ";
    DidYouMean = "是否指 `", "did you mean `";
    OrName = "` 或 `", "` or `";
    QuestionMark = "`？", "`?";
    UnknownSubject = "没有这个对象", "unknown subject";
    NotJson = "不是 JSON 文本", "the text is not JSON";
    LoneSurrogate = "转义只写了半个字符", "an escape is half of a surrogate pair";
    TooDeep = "嵌套过深，最多 32 层", "nested too deeply: at most 32 levels";
    TooLarge = "内容过大，最多 16 MiB、10 万个值", "too large: at most 16 MiB and 100 000 values";
    TooManyFaults = "问题过多", "too many faults";
    NotAnObject = "不是对象", "not an object";
    NotAList = "不是列表", "not a list";
    NullItem = "列表中有空项", "a null in a list";
    FactRequired = "必须提供", "required";
    UnknownParameter = "没有这个参数", "unknown parameter";
    UnknownKey = "没有这个字段", "unknown key";
    DuplicateKey = "字段重复", "duplicate key";
    NotText = "不是文本", "not text";
    TextTooLong = "文本过长", "the text is too long";
    BlankText = "理由不能为空白", "the explanation must not be blank";
    NotAFlag = "不是“是”或“否”", "not true or false";
    NotAChoice = "不在可选范围内", "not one of the allowed values";
    NotACount = "不是整数", "not a whole number";
    NotMoney = "不是金额", "not an amount of money";
    NotAShare = "不是百分比", "not a percentage";
    NotAYear = "不是年份", "not a year";
    NotADate = "不是日期", "not a calendar date";
    OutOfRange = "超出范围", "out of range";
    PartExceedsWhole = "部分大于整体，不得大于：", "must not exceed ";
    DateBefore = "日期先后颠倒，不得早于：", "must not be before ";
    DateAfter = "日期先后颠倒，不得晚于：", "must not be after ";
    NotExplainable = "只有“原则上”的要求可以说明理由", "only obligations that the policy asks for in principle can be explained";
    UnreadableCell = "单元格没有确定的值", "the cell has no certain value";
    ChildRow = "子表的行有误", "rows of the child table have a fault";
    CountFrom = "", "a whole number from ";
    CountTo = " 的整数", "";
    AcceptedDates = "日期列表，如 [\"2024-05-01\"]", "a list of dates, such as [\"2024-05-01\"]";
    AcceptedPeriods = "列表，每段如 {\"start\": \"2023-07-01\", \"end\": \"2023-08-31\", \"in_enterprise\": true}", "a list of periods, such as {\"start\": \"2023-07-01\", \"end\": \"2023-08-31\", \"in_enterprise\": true}";
    AcceptedText = "不超过 500 个字符的文本", "text of at most 500 characters";
    AcceptedYear = "1900 至 2999 的年份", "a year from 1900 to 2999";
    AcceptedMoney = "0 至 90071992547409.91 元，最多两位小数", "0 to 90071992547409.91 yuan with at most two decimals";
    AcceptedShare = "0 至 100 的百分数，最多四位小数，如 \"0.5\"", "a percentage from 0 to 100 with at most four decimals, such as \"0.5\"";
    AcceptedFlag = "true（是）或 false（否）", "true or false";
    AcceptedDate = "1900 至 2999 年的日期，如 \"2024-05-01\"", "a date from 1900 to 2999, such as \"2024-05-01\"";
}
