"""Made-up names, Chinese first. Places are places; companies, customers, products and people are invented."""

HOME_REGIONS = (
    ("华东", "East China"),
    ("华北", "North China"),
    ("华南", "South China"),
    ("西南", "Southwest"),
    ("华中", "Central China"),
    ("西北", "Northwest"),
    ("东北", "Northeast"),
    ("东南", "Southeast Coast"),
)
ABROAD_REGIONS = (
    ("东南亚", "Southeast Asia"),
    ("中东", "Middle East"),
    ("拉美", "Latin America"),
    ("欧洲", "Europe"),
    ("北非", "North Africa"),
    ("中亚", "Central Asia"),
    ("南太平洋", "South Pacific"),
    ("南部非洲", "Southern Africa"),
)
ORDINALS = "一二三四五六七八九十"

OFFICES = (
    ("临江", "Linjiang"),
    ("云州", "Yunzhou"),
    ("海宁湾", "Haining Bay"),
    ("青溪", "Qingxi"),
    ("望京口", "Wangjingkou"),
    ("白石", "Baishi"),
    ("双桥", "Shuangqiao"),
    ("南岭", "Nanling"),
    ("沙洲", "Shazhou"),
    ("金沙", "Jinsha"),
    ("长亭", "Changting"),
    ("东湖", "Donghu"),
    ("玉门", "Yumen"),
    ("安澜", "Anlan"),
    ("永和", "Yonghe"),
    ("松江口", "Songjiangkou"),
)

INDUSTRIES = (
    ("bank", "银行", "Bank", ("青岚", "汇川", "远洲", "恒立")),
    ("insurance", "保险", "Insurance", ("安泽", "瑞和", "长榕", "同信")),
    ("power", "电网", "Grid", ("北辰", "江河", "云岭", "东陆")),
    ("rail", "轨道", "Rail", ("通途", "九州", "锦程", "远航")),
    ("port", "港口", "Port", ("海晏", "临海", "金湾", "蓝屿")),
    ("hospital", "医院", "Hospital", ("仁济堂", "康宁", "百川", "和睦")),
    ("university", "大学", "University", ("明德", "求真", "思源", "文澜")),
    ("city", "市政", "City", ("临江", "青溪", "云州", "白石")),
    ("manufacturing", "制造", "Manufacturing", ("宏图", "精远", "铭科", "锐盛")),
    ("retail", "零售", "Retail", ("万家乐", "优选里", "百味", "客来")),
)
"""Key, Chinese, English, and the first words of its customers."""

CUSTOMER_PINYIN = {
    "青岚": "Qinglan", "汇川": "Huichuan", "远洲": "Yuanzhou", "恒立": "Hengli",
    "安泽": "Anze", "瑞和": "Ruihe", "长榕": "Changrong", "同信": "Tongxin",
    "北辰": "Beichen", "江河": "Jianghe", "云岭": "Yunling", "东陆": "Donglu",
    "通途": "Tongtu", "九州": "Jiuzhou", "锦程": "Jincheng", "远航": "Yuanhang",
    "海晏": "Haiyan", "临海": "Linhai", "金湾": "Jinwan", "蓝屿": "Lanyu",
    "仁济堂": "Renjitang", "康宁": "Kangning", "百川": "Baichuan", "和睦": "Hemu",
    "明德": "Mingde", "求真": "Qiuzhen", "思源": "Siyuan", "文澜": "Wenlan",
    "临江": "Linjiang", "青溪": "Qingxi", "云州": "Yunzhou", "白石": "Baishi",
    "宏图": "Hongtu", "精远": "Jingyuan", "铭科": "Mingke", "锐盛": "Ruisheng",
    "万家乐": "Wanjiale", "优选里": "Youxuanli", "百味": "Baiwei", "客来": "Kelai",
}  # fmt: skip

PRODUCTS = (
    ("cloud", "云平台", "cloud platform"),
    ("storage", "存储", "storage"),
    ("network", "园区网络", "campus network"),
    ("optical", "光传输", "optical transport"),
    ("security", "安全", "security"),
    ("compute", "算力集群", "compute cluster"),
    ("video", "视频会议", "video meetings"),
    ("energy", "数字能源", "digital energy"),
)

SURNAMES = (
    ("陈", "Chen"), ("林", "Lin"), ("周", "Zhou"), ("吴", "Wu"), ("徐", "Xu"), ("孙", "Sun"), ("胡", "Hu"),
    ("朱", "Zhu"), ("高", "Gao"), ("何", "He"), ("郭", "Guo"), ("罗", "Luo"), ("梁", "Liang"), ("宋", "Song"),
    ("郑", "Zheng"), ("谢", "Xie"), ("韩", "Han"), ("唐", "Tang"), ("冯", "Feng"), ("于", "Yu"), ("董", "Dong"),
    ("萧", "Xiao"), ("程", "Cheng"), ("曹", "Cao"), ("袁", "Yuan"), ("邓", "Deng"), ("许", "Xu"), ("傅", "Fu"),
)  # fmt: skip
GIVEN = (
    ("思远", "Siyuan"), ("雨桐", "Yutong"), ("嘉宁", "Jianing"), ("子墨", "Zimo"), ("文清", "Wenqing"),
    ("浩然", "Haoran"), ("静怡", "Jingyi"), ("立言", "Liyan"), ("书瑶", "Shuyao"), ("明轩", "Mingxuan"),
    ("若溪", "Ruoxi"), ("承志", "Chengzhi"), ("晓岚", "Xiaolan"), ("景行", "Jingxing"), ("安然", "Anran"),
    ("致远", "Zhiyuan"), ("慧敏", "Huimin"), ("宇航", "Yuhang"), ("诗涵", "Shihan"), ("国栋", "Guodong"),
    ("佳琪", "Jiaqi"), ("晨曦", "Chenxi"), ("俊杰", "Junjie"), ("思齐", "Siqi"), ("一鸣", "Yiming"),
    ("清扬", "Qingyang"), ("乐天", "Letian"), ("海燕", "Haiyan"), ("志强", "Zhiqiang"), ("丽华", "Lihua"),
)  # fmt: skip


def both(chinese: str, english: str) -> str:
    """A name in both languages."""
    return f"{chinese} {english}"
