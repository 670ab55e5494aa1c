// Leave: any [data-guide=exit]. All that can't wait for a file; leave.js adds the rest.
const { exit } = document.currentScript.dataset;
// biome-ignore lint/style/useConst: everywhere/leave.js adds to it
let leave = () => {
  root.className = "left";
  // In this tab alone, and until it is closed. By it a page that Back brings is never shown, but
  // left again.
  try {
    sessionStorage["guide:left"] = 1;
  } catch {}
  location.replace(exit);
};
try {
  if (sessionStorage["guide:left"] && performance.navigation.type) {
    stop();
    leave();
  }
} catch {}
window.onclick = (event) => {
  if (/** @type {Element} */ (event.target).closest("[data-guide=exit]")) {
    leave();
    return false;
  }
};
