// An SMS center that speaks SMPP on a port of 127.0.0.1 and lets the last two digits of a number decide what becomes of a
// message. It writes what it sees as lines of JSON, the port first, and sends what it reads as lines of JSON.
'use strict';
const readline = require('readline');
const smpp = require('smpp');

// texts as the bytes that came
smpp.filters.message.decode = value => value;

const REFUSALS = {'11': 0x0b, '45': 0x45, '58': 0x58};
const FATES = {
  '02': ['UNDELIV', '00b'],
  '03': ['REJECTD', '045'],
  '04': ['EXPIRED', '001'],
  '05': ['BUFFRED', '006'],
  '07': ['UNKNOWN', '000'],
};
const SILENT = '09';
let session;
let next = 0x10173e00;

const say = line => process.stdout.write(JSON.stringify(line) + '\n');

function receipt(id, number, stat, err) {
  const text = `id:${id} sub:001 dlvrd:001 submit date:2611221200 done date:2611221201 stat:${stat} err:${err} text:Tomorrow`;
  session.deliver_sm({
    esm_class: 4,
    source_addr: number,
    destination_addr: 'Practice',
    short_message: Buffer.from(text),
  });
}

function take(pdu) {
  const number = pdu.destination_addr;
  const fate = number.slice(-2);
  const refusal = REFUSALS[fate];
  const id = (next++).toString(16);
  say({
    to: number,
    ton: pdu.dest_addr_ton,
    from: pdu.source_addr,
    coding: pdu.data_coding,
    esmClass: pdu.esm_class,
    validity: pdu.validity_period,
    id: refusal ? '' : id,
    bytes: Buffer.from(pdu.short_message.message || pdu.short_message).toString('hex'),
  });
  if (refusal) {
    session.send(pdu.response({command_status: refusal}));
    return;
  }
  session.send(pdu.response({message_id: id}));
  if (fate !== SILENT && pdu.registered_delivery) {
    receipt(id, number, ...(FATES[fate] || ['DELIVRD', '000']));
  }
}

const server = smpp.createServer(connected => {
  connected.on('bind_transceiver', pdu => {
    session = connected;
    connected.send(pdu.response());
    say({bound: pdu.system_id});
  });
  connected.on('enquire_link', pdu => connected.send(pdu.response()));
  connected.on('unbind', pdu => connected.send(pdu.response()));
  connected.on('submit_sm', take);
  connected.on('error', error => say({error: String(error)}));
});
server.listen(0, '127.0.0.1', () => say({port: server.address().port}));

readline.createInterface({input: process.stdin})
  .on('line', line => {
    const message = JSON.parse(line);
    if (message.receiptFor) {
      receipt(message.receiptFor, message.to, 'DELIVRD', '000');
      return;
    }
    session.deliver_sm({
      source_addr_ton: 1,
      source_addr: message.from,
      destination_addr: message.to,
      data_coding: message.coding,
      short_message: Buffer.from(message.bytes, 'hex'),
    });
  })
  .on('close', () => process.exit(0));
