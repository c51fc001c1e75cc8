"""What programs and shells of pages leave among the words: fields, variables, paths, stamps, what phones add."""

from __future__ import annotations

HAN = "\u4e00-\u9fff"
# Signs hit without letters, with or without a code behind them; a mask is one sign again and again.
SIGNS = "#@&$^%*~\uff05\uffe5"
GIBBERISH = (
    rf"(?<![A-Za-z0-9{SIGNS}])(?!([{SIGNS}])\1*(?![{SIGNS}]))[{SIGNS}]{{4,}}!?"
    rf"(?:[ ]?(?:0x[0-9a-fA-F]{{1,8}}|[0-9a-fA-F]{{1,8}}(?![0-9A-Za-z%\uff05{HAN}])))?"
)
GIBBERISH_SIGN = f"[{SIGNS}]{{4}}"
# What a text processor counts or links by, when a file was read as characters, and what it says where a link is lost.
FIELD = (
    r"[A-Z]{3,10}[ ]+(?:[!-~ ]{0,60}?\\\*[ ]*(?:MERGEFORMAT|Arabic|roman)"
    r"|(?:\"[!-~]{1,60}\"[ ]*)?\\[ol][ ]+\"[^\"\n]{1,30}\"(?:[ ]*\\[a-z])*)(?:[ ]*[0-9]{1,4}(?![0-9年月日%]))?"
    r"|(?:错误|Error)[！!][ ]?(?:未定义书签|未找到引用源|未指定[^。，\n]{1,10}|Bookmark not defined)[。.]?"
)
FIELD_SIGN = r"\\[*ol][ ]|[误r][！!]"
# What should have been filled in: {$content}, [db:内容], [object Object], #REF!.
VARIABLE = (
    r"\{(?:\$|dede:|pboot:|eyou:)[A-Za-z_.]{1,30}[ ]?/?\}|\[(?:db|标签)[:：][^\]\n]{1,12}\]|\[object Object\]"
    rf"|#(?:VALUE|REF|NAME|DIV/0|N/A)[!?]|(?<=[{HAN}。，；])(?:undefined|NaN)(?=[{HAN}\s]|$)"
)
VARIABLE_SIGN = r"\{[$dpe]|\[[do标]|#[VRND]|undefined|NaN"
# What is stamped on every page of a printed document.
STAMP = (
    r"内部(?:资料|文件|材料|刊物)[ \t\u3000,，·]{0,4}"
    r"(?:请?(?:注意|妥善)+保[存密管]|(?:请勿|不得|严禁)(?:外传|翻印|转载|复制))"
)
STAMP_SIGN = "内部[资文材刊]"
# The path of a page where its lines were joined to those of the document.
PATH = (
    r"(?:首页|主页)(?:[ ]?[>»›][ ]?[^\s>»›，。；、\n]{1,12}?){1,5}"
    r"[ ]?[>»›][ ]?(?:正文|列表|详情|内容页?|浏览|查看)"
)
PATH_SIGN = "[首主]页[ ]?[>»›]"
# A site's word in its brackets within a sentence.
BOXED = (
    rf"【(?<=[{HAN}，]【)[^【】，。：:\n]{{0,6}}(?:范文|文秘|文库|公文|笔杆|论文|作文|写作|写稿|文档)"
    rf"[^【】，。：:\n]{{0,6}}】(?=[{HAN}])"
)
# A line that says itself what it is.
PAID = r"^[ \t\u3000]*(?:【广告】|\[广告\]|广告[ ]*[|\uff5c:：·])[^。\n]{2,60}$"
# Whose page it is.
OWNER = (
    r"(?:Copyright|copyright|COPYRIGHT)[ ]*(?:©|\([cC]\))?[^。\n]{0,50}?(?:All Rights Reserved|Reserved|版权所有|$)"
    r"|©[ ]?[0-9]{4}[^。，\n]{0,20}$"
    r"|[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]ICP[备证][0-9]{5,10}号(?:-[0-9]{1,2})?"
)
OWNER_SIGN = "[Cc]opyright|COPYRIGHT|©|ICP[备证]"
# What readers on phones are told, and what forums and phones sign with.
PHONE = (
    r"点击上方蓝字(?:关注我们)?|[▲▼]?(?:向上|上下|左右)滑动(?:阅览|查看)|[-—]+[ ]?END[ ]?[-—]+"
    r"|返回搜狐[,，]查看更多|展开(?:阅读)?全文[ ]?[\u2228\ufe40▼]|(?:发自|来自)我的(?:iPhone|iPad|手机|华为|小米)"
    "|(?:点[击此开]|单击|轻触|双击)(?:此|小|该)?(?:图片?)?(?:即可|可以?|后)?(?:查看|看|放大)?"
    "(?:大图|原图|高清[大原]图|放大图片|(?<=图片)放大|(?<=图片可)放大)(?:查看|观看)?|长按图片(?:可)?(?:保存|识别)"
    "|图片(?:均|都)?可(?:以)?(?:点击|双击)(?:放大|查看大图)"
    r"|\[[ ]?(?:本帖|此[帖贴]子?)[^\]\n]{2,50}编辑过?[ ]?\]"
)
PHONE_SIGN = (
    "按图片|大图|原图|放大图|图片可?放大|轻触|图片[均都]?可|方蓝字|滑动[阅查]|END|查看更多"
    "|全文[ ]?[\u2228\ufe40▼]|自我的|本帖|此[帖贴]"
)
# Signs of several kinds in a row, which no writer sets: @#&. Stars and hashes alone may be masks and headings.
SIGNS = r"(?<=[。！？；”\u4e00-\u9fff])(?=[#*~]*[@&$^%])[@#&$^%~*]{3,8}(?=[\s\u4e00-\u9fff]|$)"
SIGNS_SIGN = "[@#&$^%~*]{3}"
