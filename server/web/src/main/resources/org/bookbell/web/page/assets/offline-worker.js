"use strict";
// Keeps the days that a member has looked at last, so that they can be read while there is no network. It answers for
// nothing else, changes nothing, and forgets all as soon as the server sends the reader elsewhere.
const STORE = "today";
const READER = "/reader";
const MOST_DAYS = 7;
const LONGEST = 24 * 60 * 60 * 1000;

let keeping = Promise.resolve();

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", event => event.waitUntil(self.clients.claim()));

self.addEventListener("message", event => event.waitUntil(keepOpenPage(event.data)));

self.addEventListener("fetch", event => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== self.location.origin) {
    return;
  }
  if (event.request.mode === "navigate" && isToday(url)) {
    event.respondWith(today(event));
  } else if (url.pathname.startsWith("/assets/")) {
    event.respondWith(asset(event.request));
  }
});

function isToday(url) {
  return /^\/o\/[^/]+\/today$/.test(url.pathname);
}

async function today(event) {
  let answer;
  try {
    answer = await fetch(event.request);
  } catch (unreachable) {
    return (await kept(event.request.url)) || Response.error();
  }
  if (answer.status >= 500) {
    return (await kept(event.request.url)) || answer;
  }
  keeping = keep(event.request.url, answer.clone());
  event.waitUntil(keeping);
  return answer;
}

// the page whose visit brought this script was loaded without it, and browsers take assets from caches of their own
async function keepOpenPage(page) {
  if (page.wasSeen) {
    await keeping;
  } else {
    await keep(page.url, await fetch(page.url));
  }
  const store = await caches.open(STORE);
  if (await store.match(READER)) {
    const there = await Promise.all(page.assets.map(path => store.match(path)));
    await store.addAll(page.assets.filter((path, n) => !there[n]));
  }
}

async function keep(url, answer) {
  const reader = answer.headers.get("X-Bookbell-Reader");
  if (!answer.ok || answer.redirected || !reader) {
    // signed out, locked out, or another's: what was kept is not this reader's any more
    await caches.delete(STORE);
    return;
  }
  const before = await (await caches.open(STORE)).match(READER);
  if (before && (await before.text()) !== reader) {
    await caches.delete(STORE);
  }
  const store = await caches.open(STORE);
  await store.put(READER, new Response(reader));
  const headers = new Headers(answer.headers);
  headers.set("X-Kept-At", String(Date.now()));
  await store.delete(url);
  await store.put(url, new Response(await answer.blob(), {headers}));
  const days = (await store.keys()).filter(each => isToday(new URL(each.url)));
  await Promise.all(days.slice(0, -MOST_DAYS).map(each => store.delete(each)));
}

async function kept(url) {
  const store = await caches.open(STORE);
  const page = await store.match(url);
  if (!page) {
    return undefined;
  }
  if (Date.now() - Number(page.headers.get("X-Kept-At")) > LONGEST) {
    await store.delete(url);
    return undefined;
  }
  const text = (await page.text()).replace('<p id="offline" class="fault" hidden>', '<p id="offline" class="fault">');
  return new Response(text, {headers: page.headers});
}

async function asset(request) {
  const store = await caches.open(STORE);
  const there = await store.match(request);
  if (there) {
    return there;
  }
  const answer = await fetch(request);
  if (answer.ok && (await store.match(READER))) {
    await store.put(request, answer.clone());
  }
  return answer;
}
