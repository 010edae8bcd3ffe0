const channel = new MessageChannel();

/** @type {(() => void)[]} */
const waiting = [];

channel.port1.onmessage = () => waiting.shift()?.();

/**
 * Lets the browser take a turn: resolves in a task of its own, at once, and without a timer that a snapshot would show.
 * @returns {Promise<void>}
 */
export function turn() {
  return new Promise((resolve) => {
    waiting.push(resolve);
    channel.port2.postMessage(null);
  });
}
