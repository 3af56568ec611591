/* Everything that works with a script only becomes visible, and listens. */

document.querySelector(".graph").hidden = false;
for (const link of document.querySelectorAll("a.chain")) link.hidden = false;
document.querySelector(".choices").open = window.matchMedia("(min-width: 761px)").matches;
takeNames();
listenToForm();
listenToSearch();
listenToFigures();
listenToGraph();
window.addEventListener("hashchange", follow);
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']");
  if (link && link.hash === location.hash) follow();
});
applyFilter();
follow();
