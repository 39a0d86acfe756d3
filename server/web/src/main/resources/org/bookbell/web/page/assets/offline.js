"use strict";
// Lets a page that says so be read without a network. Browsers offer it at https and on the machine itself only.
(() => {
  const script = document.currentScript;
  if (!("serviceWorker" in navigator)) {
    return;
  }
  const workers = navigator.serviceWorker;
  workers.register(script.dataset.worker, {scope: "/o/"});
  if (!workers.controller) {
    const loaded = document.querySelectorAll('head > link[href^="/assets/"], script[src^="/assets/"]');
    const assets = [...loaded].map(each => each.getAttribute("href") || each.getAttribute("src"));
    workers.ready.then(registration => registration.active.postMessage({url: location.href, assets}));
  }
})();
