/** The look of the review page: light and dark, one column where two do not fit. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#fbfaf7, #17181b);
  --card: light-dark(#ffffff, #202226);
  --ink: light-dark(#1d1e20, #e7e6e3);
  --quiet: light-dark(#5b5e64, #a6a9b0);
  --line: light-dark(#d9d6cf, #3a3d44);
  --link: light-dark(#0b5394, #8ab8f0);
  --sure: light-dark(#1f6b3a, #7fd09a);
  --unsure: light-dark(#8a5200, #f0b95c);
  --unsure-paper: light-dark(#fff4dc, #362a14);
  --doubtful: light-dark(#a8201a, #ff9c94);
  --doubtful-paper: light-dark(#fdeae8, #3d1d1b);
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; max-width: 76rem; padding: 1rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.6 system-ui, sans-serif; overflow-wrap: anywhere;
}
:lang(zh-Hant) { font-family: "PingFang TC", "Microsoft JhengHei", "Noto Sans TC", "Noto Sans CJK TC", sans-serif; }
:lang(zh-Hans) { font-family: "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", sans-serif; }
h1 { font-size: 1.5rem; line-height: 1.3; margin: 0; }
h2 { font-size: 1.15rem; margin: 1.5rem 0 .5rem; }
h3 { font-size: 1rem; margin: 0; }
p { margin: 0; }
a { color: var(--link); }
ul { list-style: none; margin: 0; padding: 0; }
code { color: var(--quiet); font-size: .85em; }
header p, .quiet, .about { color: var(--quiet); }
.bar {
  position: sticky; top: 0; z-index: 1; background: var(--paper); border-bottom: 1px solid var(--line);
  display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; align-items: baseline; padding: .25rem 0;
  margin: 1rem 0 .75rem;
}
.bar h2 { margin: 0; }
label { padding: .4rem 0; cursor: pointer; }
input { width: 1.1rem; height: 1.1rem; vertical-align: -.15rem; accent-color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.pair, .dropped li {
  background: var(--card); border: 1px solid var(--line); border-left: 6px solid var(--line);
  border-radius: 6px; padding: .5rem .75rem; margin: 0 0 .75rem; scroll-margin-top: 4rem;
}
.pair {
  display: grid; grid-template-columns: auto 1fr; gap: 0 .75rem;
  content-visibility: auto; contain-intrinsic-size: auto 9rem;
}
.pair.unsure { border-left-color: var(--unsure); }
.pair.doubtful { border-left-color: var(--doubtful); }
.pair:target { outline: 3px solid var(--link); }
body:has(#only:checked) .pair.sure:not(:target) { display: none; }
.about { font-size: .85rem; }
.part {
  grid-column: 1 / -1; display: grid; grid-template-columns: 1fr 1fr; gap: 0 1.5rem;
  padding: .35rem .5rem; border-top: 1px dotted var(--line);
}
.part .about { grid-column: 1 / -1; }
.part.unsure { background: var(--unsure-paper); }
.part.doubtful { background: var(--doubtful-paper); }
.badge { white-space: nowrap; border: 1px solid currentColor; border-radius: 1em; padding: 0 .5em; }
.badge.sure { color: var(--sure); border-color: transparent; padding: 0; }
.badge.unsure { color: var(--unsure); background: var(--unsure-paper); font-weight: 600; }
.badge.doubtful { color: var(--doubtful); background: var(--doubtful-paper); font-weight: 600; }
.warnings li { padding: .2rem 0; }
@media (max-width: 40rem) {
  body { padding: .75rem; }
  .part { grid-template-columns: 1fr; gap: .25rem; }
}
`;
