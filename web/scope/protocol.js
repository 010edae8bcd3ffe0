/**
 * What the page and the scope worker say to each other: data, no sentences. Besides these the page posts bare
 * `Float64Array`s: one sample each, `[0]` the time in ms (`performance.now()`), the rest the meters, `NaN` where absent.
 *
 * @typedef {'line' | 'area' | 'dots'} SeriesStyle
 * @typedef {{id: string, title: string, short?: string, column: number, style: SeriesStyle, within?: string}} Series
 *   `column` is an index into the row; -1 for a sparse series, whose values come one by one; `short` is the title
 *   beside its panel's title, where room is scarce
 * @typedef {{id: string, title: string, unit: 'bytes' | 'count', height?: number, series: Series[]}} Panel
 *   `height` is relative to others', 1 when nothing is said; one of which no meter was ever there takes no room
 * @typedef {[red: number, green: number, blue: number, opacity: number]} Color parts from 0 to 1
 * @typedef {{background: Color, text: Color, grid: Color, mark: Color, series: Record<string, Color>}} Colors
 * @typedef {'exact' | 'bucketed' | 'absent'} Precision of the JS heap's meters
 * @typedef {'left' | 'right' | 'page-left' | 'page-right' | 'home' | 'end' | 'off'} CursorMove
 *
 * @typedef {'start' | 'stop' | 'step' | 'collection' | 'let-go' | 'reset' | 'budget' | 'trap' | 'failure' | 'note'} EventType
 * @typedef {object} LabEvent what happened; a field that does not apply to its type is absent
 * @property {number} time in ms (`performance.now()`); in answers since the run's start
 * @property {EventType} type
 * @property {string} [slug] the scenario; absent where it is all of them
 * @property {'leaky' | 'fixed'} [variant]
 * @property {number} [units] asked for
 * @property {number} [made]
 * @property {string} [reason] a code (`area.reason`), or what is noted
 *
 * @typedef {object} Open
 * @property {'open'} type
 * @property {OffscreenCanvas} canvas transferred
 * @property {number} width CSS pixels
 * @property {number} height CSS pixels
 * @property {number} ratio device pixels a CSS pixel
 * @property {Panel[]} panels
 * @property {Precision} precision
 * @property {Recorded} [recorded] what another worker has handed over
 *
 * @typedef {{type: 'theme', colors: Colors}} Theme
 * @typedef {{type: 'resize', width: number, height: number, ratio: number}} Resize
 * @typedef {{type: 'span', seconds: number}} Span 0 is the whole run
 * @typedef {{type: 'pause', paused: boolean}} Pause the picture stands still, history goes on
 * @typedef {{type: 'hidden', hidden: boolean}} Hidden nothing is drawn while hidden
 * @typedef {{type: 'event', event: LabEvent}} Happened
 * @typedef {{type: 'point', id: string, time: number, value: number}} Point
 * @typedef {{type: 'pointer', x: number | null}} Pointer CSS pixels from the canvas' left edge; null leaves
 * @typedef {{type: 'cursor', move: CursorMove}} Cursor
 * @typedef {{type: 'summarise'}} Summarise
 * @typedef {{type: 'hand-over'}} HandOver asks for all that is recorded; the worker is of no use afterwards
 * @typedef {Open | Theme | Resize | Span | Pause | Hidden | Happened | Point | Pointer | Cursor | Summarise | HandOver} ToWorker
 *
 * @typedef {{code: string, message: string, advice: string}} Problem
 * @typedef {object} Values
 * @property {number} x CSS pixels from the canvas' left edge
 * @property {number} time in ms since the run's start
 * @property {{id: string, value: number}[]} values one a series, `NaN` where absent
 * @property {LabEvent[]} events near it
 * @property {number} more how many more there are
 *
 * @typedef {object} Summary
 * @property {number} span ms on show
 * @property {number} samples on show
 * @property {Precision} precision
 * @property {{id: string, values?: {first: number, last: number, lowest: number, highest: number}}[]} series of the
 *   panels on show; one without values is absent
 * @property {LabEvent[]} events the latest on show
 * @property {number} skipped earlier ones on show
 * @property {number} dropped events of the whole run that were not kept
 *
 * @typedef {{type: 'ready', lock?: string}} Ready `lock` is held as long as the worker lives, where there are locks
 * @typedef {{type: 'panels', shown: string[]}} Panels the ids of the panels in the picture, whenever they are others
 * @typedef {{type: 'readout'} & Values | {type: 'readout', x: null}} Readout
 * @typedef {{type: 'summary', summary?: Summary}} Summarised without one while nothing is on show
 * @typedef {{type: 'problem', fatal: boolean} & Problem} Failed after a fatal one the worker only hands over
 * @typedef {{type: 'mended', code: string}} Mended a problem that is no more
 * @typedef {{type: 'recorded', recorded: Recorded}} HandedOver
 * @typedef {Ready | Panels | Readout | Summarised | Failed | Mended | HandedOver} FromWorker
 *
 * @typedef {unknown} Kept what the WebAssembly gives to be restored by another instance
 * @typedef {object} Recorded
 * @property {Kept} kept all until some moment, thinned out by the WebAssembly
 * @property {Float64Array} rows the samples since, one after the other
 * @property {number} width numbers a row
 * @property {{after: number, message: ToWorker}[]} messages events, points and pauses since, each after so many rows
 */
export {};
