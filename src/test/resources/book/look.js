// Opens page after page of the book in a frame, has axe-core look at each, and writes down what it finds.
const found = document.getElementById("found");
const frame = document.getElementById("page");

function open(path) {
  return new Promise((resolve) => {
    frame.onload = resolve;
    frame.src = "/book/" + path;
  });
}

function axe(page) {
  return new Promise((resolve, reject) => {
    const script = page.document.createElement("script");
    script.src = "/axe.js";
    script.onload = () => page.axe.run(page.document).then(resolve, reject);
    page.document.head.append(script);
  });
}

async function look(paths) {
  let passed = 0;
  for (const path of paths) {
    await open(path);
    const seen = await axe(frame.contentWindow);
    passed += seen.passes.length;
    for (const each of seen.violations.concat(seen.incomplete)) {
      for (const node of each.nodes) {
        found.append("FOUND " + path + " " + each.id + ": " + each.help + ": " + node.target.join(" ") + "\n");
      }
    }
  }
  found.append("LOOKED at " + paths.length + " pages, " + passed + " checks passed\n");
}

look(document.body.dataset.paths.split(" ")).catch((fault) => found.append("FAULT " + fault + "\n"));
