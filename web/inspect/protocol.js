/**
 * What a page and the inspect worker say to each other. Questions and answers are the methods of the module's `Session`,
 * so their types are those in the generated `inspect.d.ts`.
 *
 * @import { Overview, Problem, RedactAnswer, RedactRequest, Session } from '../wasm/inspect.js'
 *
 * @typedef {Exclude<keyof Session, 'begin' | 'feed' | 'end' | 'step' | 'prepare' | 'progress' | 'close' | 'free' | typeof Symbol.dispose>} Question
 *   all that an open file can be asked; each takes the file's number and, mostly, one request
 * @typedef {{[Q in Question]: Session[Q] extends (file: number, ...request: infer R) => infer A ? {request: R, answer: A} : never}} Questions
 * @typedef {Blob | ReadableStream<Uint8Array> | AsyncIterable<Uint8Array> | Uint8Array | ArrayBuffer} Source
 *   a file's bytes, gzip-compressed or not
 * @typedef {{title: string, fraction: number}} Progress
 *   what is being done and how much of all is done, 0 to 1
 * @typedef {{file: number, overview: Overview}} Opened
 * @typedef {{summary: RedactAnswer, file: Blob}} Redacted the redacted file and what became of its texts
 *
 * @typedef {{signal?: AbortSignal, onProgress?: (progress: Progress) => void}} OpenOptions
 *
 * @typedef {{id: number, type: 'open', source: Blob | ReadableStream<Uint8Array> | ArrayBuffer, name: string, partial: boolean}} Open
 *   its id is the file's number; `partial` takes a snapshot without its end, too; a stream or a buffer is transferred
 * @typedef {{id: number, type: 'ask', file: number, question: Question, request: unknown[]}} Ask
 * @typedef {{id: number, type: 'close', file: number}} Close
 * @typedef {{id: number, type: 'redact', source: Blob, request: RedactRequest}} Redact
 * @typedef {{id: number, type: 'cancel', of: number}} Cancel ends the `open` or `redact` of that id, and closes what is open by then
 * @typedef {Open | Ask | Close | Redact | Cancel} ToWorker
 * @typedef {Omit<Open, 'id'> | Omit<Ask, 'id'> | Omit<Close, 'id'> | Omit<Redact, 'id'>} Unnumbered
 *
 * @typedef {{type: 'ready'}} Ready
 * @typedef {{id: number, type: 'progress'} & Progress} Advance
 * @typedef {{id: number, type: 'answer', value: unknown}} Answer its columns are transferred
 * @typedef {{id: number, type: 'problem', problem: Problem}} Failure
 * @typedef {{type: 'dead', problem: Problem}} Dead the module is gone, and all its files with it
 * @typedef {Ready | Advance | Answer | Failure | Dead} FromWorker
 */
/**
 * What the page's side takes after a question's name.
 * @template {Question} Q
 * @typedef {Questions[Q]['request'] extends [infer R] ? [request: R, options?: {signal?: AbortSignal}] : [request?: undefined, options?: {signal?: AbortSignal}]} Asked
 */
export {};
