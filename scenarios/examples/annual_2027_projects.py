"""The projects of the example: ten in flight, fifty candidates. Months are counted from January 2027 (0)."""

from typing import Any

from scenarios.examples.annual_2027_company import LEAD, MANAGER, SPONSOR, Part

MONTHS = [f"{2027 + index // 12}-{index % 12 + 1:02d}" for index in range(30)]


def in_flight(
    number: int, unit: str, tier: str, name: str, cell: str, worth: tuple[float, float, float], left: int,
    order: int, incumbents: tuple[int, int, int | None], **more: Any,
) -> Part:  # fmt: skip
    """A project in flight with so many months left; `worth` is amount, margin, win probability."""
    group, product = cell.split()
    amount, margin, win = worth
    people = {MANAGER: incumbents[0], SPONSOR: incumbents[1], LEAD: incumbents[2]}
    return {
        "id": f"P-{number:03d}", "name": name, "unit": unit, "tier": tier, "status": "in_flight", "duration": left,
        "value": {"amount": amount, "margin_rate": margin, "win_probability": win},
        "incumbents": {role: f"E{person}" for role, person in people.items() if person is not None},
        "order_period": MONTHS[order], "customer_group": group, "product": product, **more,
    }  # fmt: skip


def candidate(
    number: int, unit: str, tier: str, name: str, cell: str, worth: tuple[float, float, float, float],
    start: tuple[int, int], duration: int, order: int, **more: Any,
) -> Part:  # fmt: skip
    """A candidate; `worth` is amount, margin, win probability and delay loss, `start` the preferred and last month.

    The pursuit costs one and a half per cent of the expected order.
    """
    group, product = cell.split()
    amount, margin, win, loss = worth
    strategic = {"strategic": more.pop("strategic")} if "strategic" in more else {}
    window = {"preferred": MONTHS[start[0]]}
    if "earliest" in more:
        window["earliest"] = MONTHS[more.pop("earliest")]
    if start[1] != start[0]:
        window["latest"] = MONTHS[start[1]]
    return {
        "id": f"P-{number:03d}", "name": name, "unit": unit, "tier": tier, "status": "candidate",
        "start": window, "duration": duration,
        "value": {"amount": amount, "margin_rate": margin, "win_probability": win, **strategic,
                  "pursuit_cost": round(amount * win * 0.015, 1), "delay_loss": loss},
        "order_period": MONTHS[order], "customer_group": group, "product": product, **more,
    }  # fmt: skip


def team(manager: Part, sponsor: Part | None = None, lead: Part | None = None) -> list[Part]:
    """A staffing of its own, where that of the tier does not do."""
    needs = [{"role": MANAGER, **manager}]
    if sponsor is not None:
        needs.append({"role": SPONSOR, **sponsor})
    if lead is not None:
        needs.append({"role": LEAD, **lead})
    return needs


T1_REVIEWS: Part = {"reviews_per_period": 2.17, "hours_per_review": 9, "min_grade": 5}
BANKER: Part = {"min_grade": 3, "skills": {"industry:bank": 2}}

PROJECTS: list[Part] = [
    # In flight
    in_flight(1, "east", "T1", "远洲银行核心系统 Yuanzhou Bank core system", "bank cloud", (2600, 0.22, 0.6), 7, 6,
              (1001, 2001, 3001), kind="strategic", reach="medium"),
    in_flight(2, "east-lj", "T2", "宏图制造云迁移 Hongtu cloud migration", "manufacturing cloud", (620, 0.2, 0.6), 4, 3,
              (1002, 2001, 3001)),
    in_flight(3, "north", "T1", "北辰电网算力集群 Beichen Grid compute cluster", "power compute", (3400, 0.18, 0.6), 8, 8,
              (1004, 2002, 3002), kind="strategic", reach="medium", goals=["G-compute"]),
    in_flight(4, "north-wj", "T3", "通途轨道园区网 Tongtu Rail campus network", "rail network", (180, 0.25, 0.8), 3, 2,
              (1006, 2003, None)),
    in_flight(5, "south", "T2", "铭科制造安全 Mingke security", "manufacturing security", (480, 0.28, 0.4), 6, 5,
              (1008, 2004, 3003), stoppable=True, stop_cost=3.5),
    in_flight(6, "south-jw", "T3", "锐盛制造网络 Ruisheng network", "manufacturing network", (150, 0.24, 0.6), 3, 3,
              (1009, 2004, None)),
    in_flight(7, "west-yl", "T2", "云岭市政云 Yunling City cloud", "city cloud", (540, 0.21, 0.4), 5, 5,
              (1010, 2005, 3004), goals=["G-west"], stoppable=True, stop_cost=6),
    in_flight(8, "sea", "T2", "蓝屿银行灾备 Lanyu Bank disaster recovery", "bank cloud", (760, 0.26, 0.4), 7, 7,
              (1011, 2006, 3010), stoppable=True, stop_cost=8, goals=["G-sea-bank"]),
    in_flight(9, "north", "T2", "江河电网网络改造 Jianghe Grid network renewal", "power network", (500, 0.16, 0.25), 6, 7,
              (1005, 2002, 3002), stoppable=True, stop_cost=2),
    in_flight(10, "east-hn", "T3", "精远制造边缘云 Jingyuan edge cloud", "manufacturing cloud", (160, 0.2, 0.6), 4, 4,
              (1003, 2001, None)),
    # East
    candidate(11, "east", "T1", "汇川银行新一代核心 Huichuan Bank next core", "bank cloud", (4200, 0.2, 0.4, 0.03), (1, 3),
              11, 12, kind="hilltop", reach="long", mandated=True, origin="strategy", strategic=60, tags=["benchmark"],
              staffing=team({**BANKER, "effort": [0.4, 0.5, 0.5, 0.6, 0.7, 0.7, 0.7, 0.6, 0.5, 0.4, 0.2], "languages": ["zh"]},
                            T1_REVIEWS, {"effort": 0.35, "skills": {"product:cloud": 2}})),
    candidate(12, "east-lj", "T2", "恒立银行网点云 Hengli Bank branch cloud", "bank cloud", (900, 0.24, 0.4, 0.03), (2, 4),
              8, 9, staffing=team({**BANKER, "effort": 0.35}, {"reviews_per_period": 2.17, "hours_per_review": 5},
                                  {"effort": 0.2, "skills": {"product:cloud": 2}})),
    candidate(13, "east-lj", "T2", "青岚银行安全运营 Qinglan Bank security operations", "bank security",
              (700, 0.3, 0.4, 0.04), (3, 5), 7, 9, kind="competitive", tags=["competitor:B"]),
    candidate(14, "east-lj", "T3", "优选里零售网络 Youxuanli network", "retail network", (140, 0.28, 0.6, 0.02), (1, 2), 4, 4),
    candidate(15, "east-lj", "T3", "百味零售云 Baiwei cloud", "retail cloud", (190, 0.22, 0.4, 0.02), (4, 6), 5, 8),
    candidate(16, "east-hn", "T2", "临海港口园区网 Linhai Port campus network", "port network", (820, 0.23, 0.4, 0.03),
              (2, 4), 8, 10),
    candidate(17, "east-hn", "T1", "海晏港全栈云（一期整包）Haiyan Port full-stack cloud, one contract", "port cloud",
              (3100, 0.19, 0.25, 0.02), (3, 5), 11, 13, kind="strategic", reach="long", strategic=25,
              excludes=["P-018"]),
    candidate(18, "east-hn", "T2", "海晏港混合云（分期）Haiyan Port hybrid cloud, in steps", "port cloud",
              (1250, 0.22, 0.4, 0.02), (3, 6), 8, 11),
    candidate(19, "east-hn", "T3", "金湾港视频网 Jinwan Port video network", "port network", (170, 0.26, 0.6, 0.02), (5, 6), 4, 9),
    candidate(20, "east", "T3", "安泽保险云桌面 Anze cloud desktops", "insurance cloud", (210, 0.27, 0.4, 0.02), (0, 2), 5, 5),
    candidate(21, "east", "T2", "瑞和保险框架合同 Ruihe Insurance framework contract", "insurance cloud",
              (450, 0.1, 0.6, 0.02), (1, 3), 6, 7),
    candidate(22, "east", "T2", "瑞和保险全国推广 Ruihe Insurance nationwide roll-out", "insurance cloud",
              (1500, 0.26, 0.4, 0.02), (6, 8), 8, 14, requires=["P-021"], reach="medium"),
    candidate(23, "east", "T3", "思源大学算力 Siyuan University compute", "university compute", (260, 0.2, 0.4, 0.02), (3, 5), 5, 8,
              goals=["G-compute"]),
    # North
    candidate(24, "north", "T1", "东陆电网调度云 Donglu Grid dispatch cloud", "power cloud", (3600, 0.19, 0.4, 0.02), (4, 6),
              10, 14, kind="strategic", reach="long", strategic=20, tags=["benchmark"]),
    candidate(25, "north", "T1", "云岭电网智算中心 Yunling Grid AI computing centre", "power compute",
              (4800, 0.15, 0.25, 0.02), (6, 8), 11, 16, kind="hilltop", reach="long", strategic=30,
              goals=["G-compute"], staffing=team({"effort": 0.6, "min_grade": 4, "skills": {"industry:power": 2, "product:compute": 2}},
                                                 T1_REVIEWS, {"effort": 0.4, "skills": {"product:compute": 2}})),
    candidate(26, "north", "T2", "远航轨道信号网 Yuanhang Rail signalling network", "rail network", (980, 0.24, 0.4, 0.03),
              (1, 3), 8, 8),
    candidate(27, "north", "T2", "锦程轨道安全 Jincheng Rail security", "rail security", (640, 0.29, 0.4, 0.04), (2, 4), 7, 8,
              kind="competitive", tags=["competitor:B"]),
    candidate(28, "north-wj", "T2", "白石市政网络 Baishi City network", "city network", (700, 0.22, 0.4, 0.02), (3, 5), 7, 10),
    candidate(29, "north-wj", "T3", "望京口智慧园区 Wangjingkou smart park", "city network", (200, 0.25, 0.6, 0.02), (0, 2), 5, 4),
    candidate(30, "north-wj", "T3", "九州轨道视频 Jiuzhou Rail video", "rail network", (150, 0.24, 0.4, 0.02), (2, 4), 4, 6),
    candidate(31, "north-wj", "T3", "求真大学园区网 Qiuzhen University campus network", "university network",
              (180, 0.22, 0.6, 0.02), (4, 6), 5, 8),
    candidate(32, "north", "T3", "康宁医院云 Kangning Hospital cloud", "hospital cloud", (230, 0.23, 0.4, 0.02), (5, 7), 5, 10),
    candidate(33, "north", "T2", "北辰电网安全加固 Beichen Grid security hardening", "power security",
              (560, 0.31, 0.6, 0.03), (8, 10), 7, 14, requires=["P-003"]),
    candidate(34, "north", "T3", "江河电网无人巡检 Jianghe Grid drone inspection", "power cloud", (120, 0.2, 0.25, 0.02),
              (2, 4), 4, 6, qualified=False),
    # South
    candidate(35, "south", "T1", "宏图制造全球网络 Hongtu global network", "manufacturing network", (3300, 0.21, 0.4, 0.03),
              (2, 4), 10, 11, kind="competitive", reach="medium", tags=["competitor:A", "overseas"], strategic=35,
              staffing=team({"effort": 0.55, "min_grade": 4, "skills": {"industry:manufacturing": 2}, "languages": ["zh", "en"]},
                            {**T1_REVIEWS, "min_grade": 4}, {"effort": 0.35, "skills": {"product:network": 2}, "languages": ["en"]})),
    candidate(36, "south", "T2", "精远制造云 Jingyuan cloud", "manufacturing cloud", (880, 0.25, 0.4, 0.03), (1, 3), 8, 8),
    candidate(37, "south", "T2", "远洲银行南方中心 Yuanzhou Bank southern centre", "bank cloud", (1300, 0.23, 0.4, 0.03),
              (5, 7), 9, 13, reach="medium",
              staffing=team({**BANKER, "effort": 0.4}, {"reviews_per_period": 2.17, "hours_per_review": 6},
                            {"effort": 0.25})),
    candidate(38, "south", "T2", "铭科制造算力 Mingke compute", "manufacturing compute", (950, 0.18, 0.4, 0.02), (4, 6), 8, 11,
              goals=["G-compute"]),
    candidate(39, "south-jw", "T3", "金湾港岸桥网络 Jinwan Port crane network", "port network", (220, 0.26, 0.6, 0.03), (1, 2), 5, 5),
    candidate(40, "south-jw", "T2", "锐盛制造网络二期 Ruisheng network, phase two", "manufacturing network",
              (520, 0.24, 0.6, 0.02), (4, 6), 6, 9, requires=["P-006"]),
    candidate(41, "south-jw", "T3", "客来零售安全 Kelai security", "retail security", (130, 0.3, 0.4, 0.02), (3, 5), 4, 7),
    candidate(42, "south-jw", "T3", "万家乐零售云 Wanjiale cloud", "retail cloud", (240, 0.21, 0.4, 0.02), (6, 8), 5, 11),
    candidate(43, "south", "T3", "文澜大学网络 Wenlan University network", "university network", (160, 0.24, 0.4, 0.02), (0, 2), 5, 5),
    candidate(44, "south", "T3", "仁济堂医院安全 Renjitang security", "hospital security", (190, 0.29, 0.4, 0.02), (7, 9), 5, 12),
    # West: new ground
    candidate(45, "west-yl", "T1", "云州城市大脑 Yunzhou city brain", "city cloud", (2800, 0.17, 0.4, 0.02), (1, 4), 11, 12,
              kind="hilltop", reach="long", origin="strategy", strategic=50, goals=["G-west"], tags=["benchmark"],
              staffing=team({"effort": 0.5, "min_grade": 3, "skills": {"industry:city": 2, "product:cloud": 2}},
                            {"reviews_per_period": 2.17, "hours_per_review": 8, "min_grade": 4},
                            {"effort": 0.3, "skills": {"product:cloud": 2}})),
    candidate(46, "west-yl", "T2", "青溪市政网络 Qingxi City network", "city network", (650, 0.2, 0.4, 0.02), (2, 5), 7, 9,
              kind="hilltop", reach="medium", goals=["G-west"]),
    candidate(47, "west", "T1", "通途轨道西部干线 Tongtu Rail western trunk line", "rail network", (3000, 0.18, 0.25, 0.02),
              (5, 8), 11, 16, kind="hilltop", reach="long", strategic=40, goals=["G-west"]),
    candidate(48, "west", "T2", "西部算力枢纽 Western computing hub", "city compute", (1600, 0.14, 0.25, 0.01), (6, 9), 9, 15,
              kind="hilltop", reach="long", goals=["G-west", "G-compute"], strategic=12),
    candidate(49, "west-yl", "T3", "云岭学校网络 Yunling schools network", "university network", (150, 0.22, 0.6, 0.02), (1, 3), 4, 5),
    candidate(50, "west-yl", "T3", "沙洲医院网络 Shazhou Hospital network", "hospital network", (170, 0.22, 0.4, 0.02), (3, 5), 5, 8),
    candidate(51, "west", "T3", "玉门电网安全 Yumen Grid security", "power security", (260, 0.27, 0.4, 0.02), (7, 9), 5, 12),
    candidate(52, "west", "T2", "西部银行联盟试点 Western banks' union pilot", "bank cloud", (480, 0.08, 0.1, 0.01), (4, 7), 7, 11,
              qualified=False),
    # Southeast Asia
    candidate(53, "sea", "T1", "蓝屿银行集团云 Lanyu Bank group cloud", "bank cloud", (3800, 0.24, 0.25, 0.02), (3, 6), 11, 14,
              kind="hilltop", reach="long", goals=["G-sea-bank"], strategic=45, tags=["benchmark", "overseas"],
              staffing=team({**BANKER, "effort": 0.6, "languages": ["en"]}, {**T1_REVIEWS, "languages": ["en"]},
                            {"effort": 0.35, "skills": {"product:cloud": 2}, "languages": ["en"]})),
    candidate(54, "sea", "T2", "金湾湾支付云 Jinwan Bay payments cloud", "bank cloud", (900, 0.27, 0.4, 0.03), (2, 4), 8, 9,
              kind="hilltop", reach="medium", goals=["G-sea-bank"], tags=["overseas"],
              staffing=team({"effort": 0.35, "min_grade": 2, "skills": {"industry:bank": 2}, "languages": ["en"]},
                            {"reviews_per_period": 2.17, "hours_per_review": 5, "languages": ["en"]},
                            {"effort": 0.2, "languages": ["en"]})),
    candidate(55, "sea", "T2", "海岛轨道网络 Island railway network", "rail network", (1100, 0.22, 0.25, 0.02), (5, 7), 9, 13,
              kind="competitive", tags=["competitor:A", "overseas"],
              staffing=team({"effort": 0.35, "min_grade": 2, "skills": {"industry:rail": 1}, "languages": ["en"]},
                            {"reviews_per_period": 2.17, "hours_per_review": 5, "languages": ["en"]})),
    candidate(56, "sea", "T3", "沙洲港网络 Shazhou Port network", "port network", (240, 0.24, 0.4, 0.02), (6, 8), 5, 11,
              tags=["overseas"]),
    # Competitor programme, and a few of the last round
    candidate(57, "east", "T2", "汇川银行竞争切入 Huichuan Bank competitive entry", "bank security",
              (560, 0.2, 0.25, 0.08), (0, 1), 6, 6, kind="competitive", tags=["competitor:B"], strategic=14,
              earliest=0),
    candidate(58, "north", "T2", "九州轨道存量替换 Jiuzhou Rail replacement of competitor B", "rail network",
              (760, 0.18, 0.25, 0.06), (1, 2), 7, 8, kind="competitive", tags=["competitor:B"], strategic=18),
    candidate(59, "south", "T2", "铭科制造替换 Mingke replacement of competitor B", "manufacturing network",
              (600, 0.19, 0.4, 0.06), (3, 4), 6, 9, kind="competitive", tags=["competitor:B"], strategic=10,
              excludes=["P-005"]),
    candidate(60, "north-wj", "T3", "和睦医院网络 Hemu Hospital network", "hospital network", (210, 0.25, 0.4, 0.02), (9, 11), 5, 14,
              earliest=8),
]  # fmt: skip
