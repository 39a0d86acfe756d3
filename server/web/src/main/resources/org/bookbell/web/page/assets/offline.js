"use strict";
// Lets a page that says so be read without a network. Browsers offer it at https and on the machine itself only.
(() => {
  const script = document.currentScript;
  if (!("serviceWorker" in navigator)) {
    return;
  }
  const workers = navigator.serviceWorker;
  workers.register(script.dataset.worker, {scope: "/o/"});
  // a worker may take the page over after it was loaded without one: only the browser knows how it came
  const [loading] = performance.getEntriesByType("navigation");
  const wasSeen = loading !== undefined && loading.workerStart > 0;
  const loaded = document.querySelectorAll('head > link[href^="/assets/"], script[src^="/assets/"]');
  const assets = [...loaded].map(each => each.getAttribute("href") || each.getAttribute("src"));
  workers.ready.then(registration => registration.active.postMessage({url: location.href, wasSeen, assets}));
})();
