// Checks the goal while it is typed. Without it the form does the same with its button.
"use strict";
const box = document.querySelector("[data-check]");
const checked = document.getElementById("checked");
const told = document.getElementById("told");
const trouble = document.getElementById("trouble");
const AFTER = 350; // ms without a key: long enough to finish a word
let timer, asking;

function refused(sentence) {
  trouble.textContent = sentence;
  trouble.hidden = !sentence;
  if (sentence) box.setAttribute("aria-invalid", "true");
  else box.removeAttribute("aria-invalid");
}

function show(answer) {
  checked.replaceChildren(...answer.body.childNodes);
  const missing = [...checked.querySelectorAll(":scope > .letters > li:not(.level-2)")];
  const named = missing.map((letter) => letter.querySelector("strong").textContent).join(", ");
  told.textContent = checked.querySelector("h2").textContent + (named ? ". " + named : "") + ".";
}

async function check() {
  asking?.abort();
  const mine = (asking = new AbortController());
  if (!box.value.trim()) {
    refused("");
    checked.replaceChildren();
    told.textContent = "";
    return;
  }
  try {
    const answer = await fetch(box.dataset.check, {
      method: "POST",
      signal: mine.signal,
      headers: { "Content-Type": "application/json", Accept: "text/html" },
      body: JSON.stringify({ text: box.value.trim() }),
    });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (mine.signal.aborted) return;
    refused(answer.ok ? "" : page.querySelector("[role=alert]").textContent);
    if (answer.ok) show(page);
  } catch (error) {
    if (error.name !== "AbortError") refused("The server does not answer. Your text is still here; try again.");
  }
}

box.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(check, AFTER);
});
