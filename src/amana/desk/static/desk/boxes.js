/* A box to search in above long lists of boxes to tick. Without this script the groups are opened by hand. */
for (const boxes of document.querySelectorAll(".boxes[data-search]")) {
  const input = document.createElement("input");
  input.type = "search";
  input.dir = "auto";
  input.setAttribute("aria-label", boxes.dataset.search);
  input.placeholder = boxes.dataset.search;
  boxes.before(input);
  input.addEventListener("keydown", (event) => { if (event.key === "Enter") event.preventDefault(); });
  input.addEventListener("input", () => {
    const words = input.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    for (const group of boxes.querySelectorAll("details")) {
      let found = 0;
      for (const row of group.querySelectorAll("div")) {
        const text = row.textContent.toLocaleLowerCase();
        row.hidden = !words.every((word) => text.includes(word));
        found += !row.hidden;
      }
      group.hidden = found === 0;
      group.open = words.length > 0 && found > 0;
    }
  });
}
