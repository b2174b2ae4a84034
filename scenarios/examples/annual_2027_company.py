"""Hengchuan (衡川智联), the company of the example: units, people, market. Money in 万元, effort in FTE."""

from decimal import Decimal
from typing import Any

Part = dict[str, Any]

HORIZON: Part = {"start": "2027-01", "periods": 18}

UNITS: list[Part] = [
    {"id": "hq", "name": "衡川智联 Hengchuan", "level": "company"},
    {"id": "east", "name": "华东地区部 East China", "parent": "hq", "level": "region", "trades": True,
     "purchase_budget": 42},
    {"id": "east-lj", "name": "临江代表处 Linjiang office", "parent": "east", "level": "office"},
    {"id": "east-hn", "name": "海宁湾代表处 Haining Bay office", "parent": "east", "level": "office", "trades": True,
     "purchase_budget": 16},
    {"id": "north", "name": "华北地区部 North China", "parent": "hq", "level": "region", "trades": True,
     "purchase_budget": 12},
    {"id": "north-wj", "name": "望京口代表处 Wangjingkou office", "parent": "north", "level": "office"},
    {"id": "south", "name": "华南地区部 South China", "parent": "hq", "level": "region", "trades": True,
     "purchase_budget": 20},
    {"id": "south-jw", "name": "金湾代表处 Jinwan office", "parent": "south", "level": "office", "trades": False},
    {"id": "west", "name": "西部地区部 West China", "parent": "hq", "level": "region", "trades": True,
     "purchase_budget": {"2027-01": 6, "2027-02": 6, "2027-03": 8, "2027-04": 8, "2027-05": 8, "2027-06": 8,
                         "2027-07": 6, "2027-08": 6, "2027-09": 6}},
    {"id": "west-yl", "name": "云岭代表处 Yunling office", "parent": "west", "level": "office"},
    {"id": "sea", "name": "东南亚地区部 Southeast Asia", "parent": "hq", "level": "region", "trades": True,
     "purchase_budget": 72.5},
]  # fmt: skip

ROLES: list[Part] = [
    {"id": "project_manager", "name": "销售项目经理 Project manager"},
    {"id": "sponsor", "name": "项目赞助人 Sponsor"},
    {"id": "solution_lead", "name": "方案负责人 Solution lead"},
]
MANAGER, SPONSOR, LEAD = (role["id"] for role in ROLES)


def _person(
    number: int, name: str, unit: str, role: str, grade: int, skills: str, capacity: Any, most: int | None, **more: Any
) -> Part:
    """`skills` is short for a table: `bank 3 cloud 2` are level 3 in the industry and level 2 in the product."""
    words = skills.split()
    person: Part = {
        "id": f"E{number}",
        "name": name,
        "unit": unit,
        "roles": [role],
        "grade": grade,
        "skills": {SKILLS[word]: int(level) for word, level in zip(words[::2], words[1::2], strict=True)},
        "languages": ["zh"],
        "capacity": capacity,
    }
    if most is not None:
        person["max_projects"] = most
    return {**person, **more}


SKILLS = {
    "bank": "industry:bank",
    "power": "industry:power",
    "city": "industry:city",
    "rail": "industry:rail",
    "plant": "industry:manufacturing",
    "cloud": "product:cloud",
    "network": "product:network",
    "compute": "product:compute",
    "security": "product:security",
}
BOTH = ["zh", "en"]

PEOPLE: list[Part] = [
    _person(1001, "陈思远 Chen Siyuan", "east", MANAGER, 4, "bank 3 city 2 cloud 3 compute 2", 0.75, 4, languages=BOTH),
    _person(1002, "林雨桐 Lin Yutong", "east-lj", MANAGER, 3, "bank 2 plant 2 cloud 2 security 2", 0.6, 4,
            bookings=[{"from": "2027-01", "to": "2027-03", "effort": 0.4, "why": "交接 hand-over"}]),
    _person(1003, "周嘉宁 Zhou Jianing", "east-hn", MANAGER, 2, "plant 2 city 1 network 2 cloud 1", 0.6, 5),
    _person(1004, "吴子墨 Wu Zimo", "north", MANAGER, 4, "power 3 bank 2 compute 3 cloud 2", 0.75, 4, languages=BOTH),
    _person(1005, "徐文清 Xu Wenqing", "north", MANAGER, 3, "power 2 rail 2 network 2 cloud 2", 0.6, 5),
    _person(1006, "孙浩然 Sun Haoran", "north-wj", MANAGER, 2, "city 2 rail 2 network 2 security 1", 0.6, 5),
    _person(1007, "胡静怡 Hu Jingyi", "north-wj", MANAGER, 1, "city 1 power 1 network 1", 0.5, 6),
    _person(1008, "朱立言 Zhu Liyan", "south", MANAGER, 4, "plant 3 bank 2 cloud 3 compute 2", 0.75, 4, languages=BOTH),
    _person(1009, "高书瑶 Gao Shuyao", "south-jw", MANAGER, 2, "plant 2 rail 1 network 2 cloud 1", 0.6, 5),
    _person(1010, "何明轩 He Mingxuan", "west-yl", MANAGER, 2, "city 2 power 1 network 2 cloud 1", 0.6, 5,
            lendable=False),
    _person(1011, "郭若溪 Guo Ruoxi", "sea", MANAGER, 3, "bank 2 rail 2 cloud 2 network 1",
            [0.6] * 6 + [0.7] * 12, 4, languages=[*BOTH, "th"]),
    _person(1012, "罗承志 Luo Chengzhi", "west", MANAGER, 3, "city 2 rail 2 compute 2 cloud 2",
            [0] * 4 + [0.7] * 14, 4),
    _person(2001, "梁国栋 Liang Guodong", "east", SPONSOR, 5, "bank 3 plant 2", 0.25, 6, languages=BOTH),
    _person(2002, "宋慧敏 Song Huimin", "north", SPONSOR, 5, "power 3 rail 2", 0.2, 6, languages=BOTH),
    _person(2003, "郑海燕 Zheng Haiyan", "north", SPONSOR, 4, "city 3 power 2", 0.2, 6),
    _person(2004, "谢安然 Xie Anran", "south", SPONSOR, 4, "plant 3 bank 2", 0.25, 7, languages=BOTH),
    _person(2005, "韩致远 Han Zhiyuan", "west", SPONSOR, 4, "city 2 power 2", 0.15, 5),
    _person(2006, "唐丽华 Tang Lihua", "hq", SPONSOR, 5, "bank 3 city 2 power 2 rail 2 plant 2", 0.25, 5,
            languages=BOTH),
    _person(3001, "冯宇航 Feng Yuhang", "east", LEAD, 3, "cloud 3 security 2", 0.65, 5, languages=BOTH),
    _person(3002, "于清扬 Yu Qingyang", "north", LEAD, 3, "compute 3 network 2", 0.6, 5),
    _person(3003, "董晨曦 Dong Chenxi", "south", LEAD, 3, "cloud 2 network 3", 0.6, 5, languages=BOTH),
    _person(3004, "萧一鸣 Xiao Yiming", "west", LEAD, 2, "network 2 security 2", 0.5, 4,
            roles=[LEAD, MANAGER]),
    _person(3010, "总部方案组 HQ solution team", "hq", LEAD, 4, "cloud 3 network 3 compute 3 security 3", 1.2, None,
            languages=BOTH),
]  # fmt: skip

RATES: list[Part] = [
    {"role": MANAGER, "rate": 6},
    {"role": MANAGER, "grade": 3, "rate": 7},
    {"role": MANAGER, "grade": 4, "rate": 9},
    {"role": SPONSOR, "rate": 18},
    {"role": LEAD, "rate": 6.5},
    {"role": LEAD, "grade": 4, "rate": 8},
    {"seller": "south", "role": MANAGER, "grade": 4, "rate": 10},
    {"buyer": "west", "role": MANAGER, "grade": 3, "rate": 5.5},
    {"buyer": "sea", "seller": "hq", "role": LEAD, "grade": 4, "rate": 7},
]

MARKET: Part = {
    "rates": RATES,
    "markup": {"same_region": 0.05, "cross_region": 0.15},
    "friction": {"same_region": 0.02, "cross_region": 0.1},
    "max_sold_share": 0.35,
    "min_effort": 0.01,
    "min_periods": 2,
    "scope": "company",
}


def exact(value: Any) -> Any:
    """The same with every float as the decimal that its text shows."""
    if isinstance(value, float):
        return Decimal(repr(value))
    if isinstance(value, dict):
        return {key: exact(item) for key, item in value.items()}
    if isinstance(value, list):
        return [exact(item) for item in value]
    return value
