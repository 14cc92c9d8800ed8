"""Endings of domains that people say aloud: all countries', and the general ones in use."""

from __future__ import annotations

from understanding.tokens import word_set

TOP_LEVEL_DOMAINS = word_set(
    """
    ac ad ae af ag ai al am ao ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt
    bw by bz ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg
    er es et eu fi fj fk fm fo fr ga gd ge gf gg gh gi gl gm gn gp gq gr gt gu gw gy hk hm hn hr
    ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li
    lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc
    ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw
    sa sb sc sd se sg sh si sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn
    to tr tt tv tw tz ua ug uk us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw
    com org net edu gov mil int info biz name pro aero coop museum jobs mobi travel tel cat post
    xxx asia app dev page web site online store shop tech technology digital cloud agency studio
    design art media news blog club live life world today email mail group team company business
    inc ltd llc gmbh consulting solutions services systems software finance capital legal law
    health care clinic dental doctor hospital education academy school university college
    international global network support help expert guru ninja rocks fun games game photography
    photos photo pictures gallery video film music fm restaurant cafe bar pub pizza beer wine
    hotel holiday tours flights vacations house homes estate realty properties rent construction
    builders plumbing energy green solar eco bio farm garden flowers fashion boutique clothing
    jewelry beauty salon hair fit fitness yoga coach training events wedding party gift toys kids
    baby family love dating social chat community foundation charity church bible faith center
    city town london paris berlin hamburg koeln wien nyc tokyo amsterdam madrid barcelona miami
    vegas quebec scot wales bayern swiss africa space science engineering industries ventures
    partners marketing press works work zone link click xyz top vip example
    """
)
