/**
 * Puts a text into the clipboard.
 * @param {string} text
 * @returns {Promise<boolean>} whether it is there: a page that is not secure has none, and a visitor may not allow it
 */
export async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
