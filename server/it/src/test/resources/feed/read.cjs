// Prints the events of a feed: when each begins and its title, or with "uid" what tells it from others and its changes.
const ICAL = require('ical.js');

const [, , address, what] = process.argv;

fetch(address).then(answer => answer.text()).then(text => {
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents('vtimezone')) {
    ICAL.TimezoneService.register(zone);
  }
  for (const event of calendar.getAllSubcomponents('vevent')) {
    const value = name => event.getFirstPropertyValue(name);
    const start = new ICAL.Event(event).startDate.toJSDate().toISOString();
    console.log(what === 'uid'
      ? `${value('uid')} ${value('sequence')} ${value('status')}`
      : `${start} ${value('summary')}`);
  }
});
