/**
 * A card's words, from a page that can also be read by itself: a document that is only read runs no scripts, and needs no
 * text to be taken for HTML.
 * @param {string} id
 * @returns {Promise<Node[]>}
 */
export async function loadCard(id) {
  const address = new URL(`./card/${id}.html`, import.meta.url);
  const read = await documentAt(address.href);
  const main = read?.querySelector("main");
  if (!main) {
    throw new Error(`${address.pathname} is not there`);
  }
  for (const link of main.querySelectorAll("a")) {
    const to = link.getAttribute("href") ?? "";
    // There they are below two folders, here they are on the page itself.
    link.setAttribute("href", to.replace("../../#", "#"));
  }
  return [...document.adoptNode(main).childNodes];
}

/** @param {string} address @returns {Promise<Document | null>} */
function documentAt(address) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.responseType = "document";
    request.onload = () => resolve(request.status < 400 ? request.responseXML : null);
    request.onerror = () => reject(new Error("the connection failed"));
    request.open("GET", address);
    request.send();
  });
}
