/** @internal Colours and sizes: each can be set from outside by its variable. Text has a contrast of at least 4.5 to 1. */
export const THEME = `
:host {
  --accent: var(--jiga-accent, light-dark(#5b3df5, #a99bff));
  --on-accent: var(--jiga-on-accent, light-dark(#ffffff, #14102b));
  --surface: var(--jiga-surface, light-dark(#ffffff, #16151d));
  --raised: var(--jiga-raised, light-dark(#f3f2f8, #23212e));
  --text: var(--jiga-text, light-dark(#1b1a22, #f1f0f6));
  --muted: var(--jiga-muted, light-dark(#5d5a6b, #aeabbd));
  --line: var(--jiga-line, light-dark(#d9d7e3, #3a3748));
  --danger: var(--jiga-danger, light-dark(#b3261e, #ffb4ab));
  --radius: var(--jiga-radius, 0.75rem);
  color: var(--text);
  font: var(--jiga-font, 1rem/1.45 system-ui, sans-serif);
  box-sizing: border-box;
}
:host(:not([theme])) { color-scheme: inherit; }
:host([theme="light"]) { color-scheme: light; }
:host([theme="dark"]) { color-scheme: dark; }
:host([hidden]) { display: none !important; }
*, ::before, ::after { box-sizing: border-box; }
.unseen {
  position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
}
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
`

/** @internal */
export const METER = `
:host { display: block; container-type: inline-size; }
.figures { display: flex; flex-wrap: wrap; gap: 0.1rem 1rem; align-items: baseline; font-variant-numeric: tabular-nums; }
.consumed { font-weight: 650; }
.left { color: var(--muted); }
.time { color: var(--muted); margin-inline-start: auto; }
.track { height: 0.5rem; margin-block-start: 0.35rem; border-radius: 1rem; background: var(--raised); overflow: hidden; border: 1px solid var(--line); }
.fill { height: 100%; width: 0; background: var(--accent); border-radius: inherit; transition: width 0.4s linear; }
:host([data-low]) .fill { background: var(--danger); }
.note { margin: 0.35rem 0 0; color: var(--muted); font-size: 0.875em; }
:host([data-low]) .note { color: var(--danger); font-weight: 600; }
.note:empty { display: none; }
@container (width < 26rem) { .time { margin-inline-start: 0; } }
@media (prefers-reduced-motion: reduce) { .fill { transition: none; } }
@media (forced-colors: active) { .track { border-color: CanvasText; } .fill { background: Highlight; forced-color-adjust: none; } }
`

/** @internal */
export const TALK = `
:host { display: block; height: 28rem; max-height: 100dvh; min-height: 16rem; }
.panel {
  display: grid; grid-template-rows: auto minmax(0, 1fr) auto auto; height: 100%; position: relative; overflow: hidden;
  background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius);
}
header { padding: 0.75rem 1rem; border-block-end: 1px solid var(--line); display: grid; gap: 0.5rem; }
.title { font-weight: 650; }
.log { margin: 0; padding: 1rem; list-style: none; overflow-y: auto; display: flex; flex-direction: column; gap: 0.6rem; overscroll-behavior: contain; }
.log:focus-visible { outline-offset: -2px; }
.log:empty::before { content: attr(data-empty); color: var(--muted); margin: auto; text-align: center; }
.line { max-width: min(85%, 40rem); padding: 0.5rem 0.8rem; border-radius: var(--radius); overflow-wrap: anywhere; white-space: pre-wrap; }
.mine { align-self: flex-end; background: var(--accent); color: var(--on-accent); border-end-end-radius: 0.2rem; }
.theirs { align-self: flex-start; background: var(--raised); border-end-start-radius: 0.2rem; }
.price { display: block; margin-block-start: 0.25rem; font-size: 0.8125em; color: var(--muted); white-space: normal; }
.failed { border: 1px solid var(--danger); background: none; color: var(--text); }
.failed button { display: block; margin-block-start: 0.4rem; }
.failed .why { color: var(--danger); }
.waiting::after { content: "…"; color: var(--muted); }
.status { margin: 0; padding: 0.5rem 1rem; border-block-start: 1px solid var(--line); color: var(--muted); display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: center; justify-content: space-between; }
.status[hidden] { display: none; }
form { display: flex; gap: 0.5rem; padding: 0.75rem; border-block-start: 1px solid var(--line); align-items: flex-end; }
form[hidden] { display: none; }
textarea {
  flex: 1; min-width: 0; min-height: 2.75rem; max-height: 8rem; resize: none; field-sizing: content; padding: 0.6rem 0.75rem;
  font: inherit; font-size: max(1rem, 16px); color: inherit; background: var(--surface); border: 1px solid var(--muted); border-radius: calc(var(--radius) * 0.75);
}
textarea::placeholder { color: var(--muted); opacity: 1; }
button {
  min-height: 2.75rem; min-width: 2.75rem; padding: 0 1.1rem; font: inherit; font-weight: 600; cursor: pointer; border: 0;
  color: var(--on-accent); background: var(--accent); border-radius: calc(var(--radius) * 0.75);
}
button.quiet { color: var(--text); background: none; border: 1px solid var(--muted); }
button:disabled { opacity: 0.55; cursor: default; }
@media (forced-colors: active) { .mine, .theirs { border: 1px solid CanvasText; } }
`
