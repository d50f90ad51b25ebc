"""How the page for a phone looks: colours for light and dark, one column, movement that can be stopped, and print."""

from __future__ import annotations

from collections.abc import Mapping

LIGHT: Mapping[str, str] = {
    "page": "#ffffff",
    "ink": "#1d2733",
    "soft": "#46535f",
    "teal": "#0f6b6b",
    "tint": "#eaf3f2",
    "line": "#75828e",
    "red": "#a11a1a",
}
"""The colours of paper."""

DARK: Mapping[str, str] = {
    "page": "#10171e",
    "ink": "#e9eef2",
    "soft": "#b9c4cd",
    "teal": "#7fd1cb",
    "tint": "#1a2a33",
    "line": "#8b98a4",
    "red": "#ffa39b",
}
"""The same roles where the phone is set to dark. Drawings keep their white ground: their lines are dark."""

_RULES = """
*{box-sizing:border-box}
html{font-size:112.5%;-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--page);color:var(--ink);line-height:1.5;overflow-wrap:break-word;
font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
header,main,footer{max-width:38rem;margin:0 auto;padding:0 1rem}
p,ul,ol,table,figure{margin:.6rem 0}
h1,h2,h3{line-height:1.25;margin:0}
h1{font-size:1.6rem;margin-top:1rem}
h2{font-size:1.3rem}
h3{font-size:1.1rem}
a{color:var(--teal)}
a:focus-visible,input:focus-visible{outline:3px solid var(--teal);outline-offset:3px;border-radius:4px}
.tongue{display:block}
.tongue+.tongue{margin-top:.15rem;padding-left:.6rem;border-left:3px solid var(--line)}
.typed{white-space:pre-wrap}
.soft,footer{color:var(--soft)}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
header{padding-top:1rem;border-bottom:3px solid var(--teal)}
header p{margin:.2rem 0}
.clinic{font-size:1.15rem;font-weight:700}
.call{display:inline-block;min-height:48px;padding:.6rem 0;font-size:1.15rem;font-weight:700}
.plan,.visit,.brief{margin:1rem 0;padding:.8rem 1rem;border:2px solid var(--teal);border-radius:10px;background:var(--tint)}
.facts{padding:0;list-style:none}
.facts b{font-size:1.3rem}
.contents ol{margin:0;padding:0;list-style:none}
.contents a{padding:.7rem 0;min-height:48px}
.contents li+li{border-top:1px solid var(--line)}
.still{display:none}
.exercise,.topic,.safety,.change,.activities{margin:1.6rem 0;padding-top:1rem;border-top:2px solid var(--teal)}
.order{flex:none}
.number{display:inline-block;flex:none;min-width:2rem;padding:0 .4rem;border-radius:6px;background:var(--teal);color:var(--page);
text-align:center}
.exercise h2,.contents a{display:flex;gap:.6rem;align-items:baseline}
:is(h1,h2,h3,caption,th,td,.mark,figcaption) .tongue{padding:0;border:0}
.mark{display:inline-block;padding:0 .5rem;border:2px solid var(--ink);border-radius:6px;font-size:1rem}
:is(.mark,figcaption) .tongue{display:inline}
:is(.mark,figcaption) .tongue+.tongue::before{content:" / "}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:.6rem}
.pair.alone{grid-template-columns:1fr}
.pair figure{margin:.4rem 0}
.pair svg{display:block;width:100%;max-height:24rem;padding:.3rem;background:#fff;border:1px solid var(--line);border-radius:8px}
figcaption{margin-top:.3rem;font-weight:700}
.badge{display:inline-block;flex:none;min-width:1.7rem;height:1.7rem;border:2px solid var(--ink);border-radius:50%;font-weight:700;
line-height:1.5rem;text-align:center}
.steps{padding:0;list-style:none}
li>*,h2>*,a>*,td>*{min-width:0}
table{table-layout:fixed}
.steps li{display:flex;gap:.6rem;margin:.5rem 0}
table{width:100%;border:2px solid var(--teal);border-radius:8px;border-spacing:0}
caption{padding:.2rem 0;font-weight:700;text-align:left}
th,td{padding:.4rem .7rem;text-align:left;vertical-align:top}
th{width:34%;font-weight:400}
td p{margin:0 0 .3rem}
.panel th{width:7.2rem}
td{font-weight:700}
.how{width:40%;font-weight:400}
thead th{background:var(--tint);font-weight:700}
tr+tr>*,tbody tr>*{border-top:1px solid var(--line)}
.note{padding-left:.7rem;border-left:4px solid var(--ink)}
.rung{display:flex;gap:.8rem;padding:.8rem 0;border-bottom:1px solid var(--line)}
.rung>div{flex:1;min-width:0}
.rung ul{padding-left:1.2rem}
.sign{flex:none;width:2.4rem;height:2.4rem;fill:none;stroke:currentColor;stroke-width:2.2;stroke-linecap:round;
stroke-linejoin:round}
.danger{margin:1rem 0;padding:.8rem;border:4px solid var(--red);border-radius:10px}
.danger h1{margin:0}
.danger h1,.danger h2,.danger h3,.danger .sign{color:var(--red)}
.danger.rung{border-bottom:4px solid var(--red)}
.blank{display:inline-block;width:9rem;border-bottom:1px solid var(--line)}
footer{margin-top:2rem;padding-bottom:2rem;border-top:1px solid var(--line)}
@media screen and (max-width:32rem){.pair.wide{grid-template-columns:1fr}}
@media screen and (prefers-reduced-motion:no-preference){
.still{display:flex;align-items:center;gap:.8rem;min-height:48px;margin:1rem 0;cursor:pointer}
.still input{flex:none;width:28px;height:28px;margin:2px;border-radius:4px;box-shadow:0 0 0 2px var(--ink);accent-color:var(--teal)}
.still:not(:has(input:checked))~.exercise .moving{grid-template-columns:1fr}
.still:not(:has(input:checked))~.exercise .moving figure{grid-area:1/1}
.still:not(:has(input:checked))~.exercise .moving figure+figure{background:var(--page);animation:shown 5s infinite}
}
@keyframes shown{0%,45%{opacity:0}50%,95%{opacity:1}100%{opacity:0}}
@media print{
html{font-size:12pt}
header,main,footer{max-width:none;padding:0}
.contents{display:none}
.exercise,.rung,.danger,tr,figure,.visit{break-inside:avoid}
h2,h3{break-after:avoid}
.pair svg{max-height:5cm}
a{color:inherit;text-decoration:none}
}
"""


def style_sheet() -> str:
    """The whole style sheet; print is always light."""
    dark = f"@media screen and (prefers-color-scheme:dark){{:root{{{_tokens(DARK)}}}}}"
    return f":root{{color-scheme:light dark;{_tokens(LIGHT)}}}{dark}{_RULES}".replace("\n", "")


def _tokens(colours: Mapping[str, str]) -> str:
    return ";".join(f"--{name}:{colour}" for name, colour in colours.items())
