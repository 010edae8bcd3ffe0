/**
 * What the page and the scope worker say to each other. Besides these the page posts bare `Float64Array`s: one
 * sample each, `[0]` the time in ms (`performance.now()`), the rest the meters, `NaN` where absent.
 *
 * @typedef {'line' | 'area' | 'dots'} SeriesStyle
 * @typedef {{id: string, title: string, short?: string, column: number, style: SeriesStyle, within?: string}} Series
 *   `column` is an index into the row; -1 for a sparse series, whose values come one by one; `short` is the title
 *   beside its panel's title, where room is scarce
 * @typedef {{id: string, title: string, unit: 'bytes' | 'count', series: Series[]}} Panel
 *   one of sparse series only takes no room before its first value
 * @typedef {{background: string, text: string, grid: string, mark: string, series: Record<string, string>}} Colors
 *   CSS colours: `#rrggbb`, `rgb(…)` or `color(srgb …)`
 * @typedef {'start' | 'stop' | 'step' | 'collection' | 'let-go' | 'reset' | 'budget' | 'trap' | 'note'} MarkKind
 * @typedef {'left' | 'right' | 'page-left' | 'page-right' | 'home' | 'end' | 'off'} CursorMove
 *
 * @typedef {{type: 'open', canvas: OffscreenCanvas, width: number, height: number, ratio: number, panels: Panel[]}} Open
 *   sizes in CSS pixels, `ratio` device pixels each; the canvas is transferred
 * @typedef {{type: 'theme', colors: Colors}} Theme
 * @typedef {{type: 'resize', width: number, height: number, ratio: number}} Resize
 * @typedef {{type: 'span', seconds: number}} Span 0 is the whole run
 * @typedef {{type: 'pause', paused: boolean}} Pause the picture stands still, history goes on
 * @typedef {{type: 'hidden', hidden: boolean}} Hidden nothing is drawn while hidden
 * @typedef {{type: 'mark', time: number, kind: MarkKind, text: string}} Mark
 * @typedef {{type: 'point', id: string, time: number, value: number}} Point
 * @typedef {{type: 'pointer', x: number | null}} Pointer CSS pixels from the canvas' left edge; null leaves
 * @typedef {{type: 'cursor', move: CursorMove}} Cursor
 * @typedef {{type: 'summarise'}} Summarise
 * @typedef {Open | Theme | Resize | Span | Pause | Hidden | Mark | Point | Pointer | Cursor | Summarise} ToWorker
 *
 * @typedef {{code: string, message: string, advice: string}} Problem
 * @typedef {{x: number, time: number, clock: string, rows: {id: string, text: string}[], marks: string[]}} Values
 *   `clock` is the time since the run's start in words
 * @typedef {{type: 'ready'}} Ready
 * @typedef {{type: 'panels', shown: string[]}} Panels the ids of the panels in the picture, whenever they are others
 * @typedef {{type: 'readout'} & Values | {type: 'readout', x: null}} Readout
 * @typedef {{type: 'summary', text: string}} Summary
 * @typedef {{type: 'error'} & Problem} Failure
 * @typedef {Ready | Panels | Readout | Summary | Failure} FromWorker
 */
export {};
