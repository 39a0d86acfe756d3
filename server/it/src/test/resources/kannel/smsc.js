// An SMS center that speaks SMPP on a port of 127.0.0.1 and lets the last two digits of a number decide what becomes of a
// message. It writes what it sees as lines of JSON, the port first, and sends what it reads as lines of JSON.
'use strict';
const readline = require('readline');
const smpp = require('smpp');

// texts as the bytes that came, and as the package reads them
const read = smpp.filters.message.decode;
smpp.filters.message.decode = function (value, skipHeader) {
  return {bytes: value, text: read.call(this, value, skipHeader).message || ''};
};

const ACCOUNTS = {practice: 'secret', bookbell: 's3cret'};
const WRONG_PASSWORD = 0x0e;
const REFUSALS = {'11': 0x0b, '14': 0x14, '45': 0x45, '58': 0x58};
const FATES = {
  '02': ['UNDELIV', '00b'],
  '03': ['REJECTD', '045'],
  '04': ['EXPIRED', '001'],
  '05': ['BUFFRED', '006'],
  '07': ['UNKNOWN', '000'],
};
const NO_RECEIPT = '09';
const NO_ANSWER = '20';
const RECEIPT_OF_TLVS = '21';
const RECEIPT_WITH_ID_BASE_10 = '22';
let receiver;
let next = 0x10173e00;

const say = line => process.stdout.write(JSON.stringify(line) + '\n');

function receipt(id, number, stat, err) {
  const text = `id:${id} sub:001 dlvrd:001 submit date:2611221200 done date:2611221201 stat:${stat} err:${err} text:Tomorrow`;
  receiver.deliver_sm({
    esm_class: 4,
    source_addr: number,
    destination_addr: 'Practice',
    short_message: Buffer.from(text),
  });
}

function receiptOfTlvs(id, number) {
  receiver.deliver_sm({
    esm_class: 4,
    source_addr: number,
    destination_addr: 'Practice',
    receipted_message_id: id,
    message_state: smpp.MESSAGE_STATE.DELIVERED,
  });
}

function tellFate(fate, id, number) {
  if (fate === RECEIPT_OF_TLVS) {
    receiptOfTlvs(id, number);
    return;
  }
  const spelt = fate === RECEIPT_WITH_ID_BASE_10 ? parseInt(id, 16) : id;
  receipt(spelt, number, ...(FATES[fate] || ['DELIVRD', '000']));
}

function take(session, pdu) {
  const number = pdu.destination_addr;
  const fate = number.slice(-2);
  const refusal = REFUSALS[fate];
  const id = (next++).toString(16);
  const body = pdu.message_payload || pdu.short_message;
  say({
    to: number,
    ton: pdu.dest_addr_ton,
    from: pdu.source_addr,
    fromTon: pdu.source_addr_ton,
    coding: pdu.data_coding,
    esmClass: pdu.esm_class,
    validity: pdu.validity_period,
    receipt: pdu.registered_delivery,
    id: refusal ? '' : id,
    bytes: body.bytes.toString('hex'),
    text: body.text,
  });
  if (fate === NO_ANSWER) {
    return;
  }
  if (refusal) {
    session.send(pdu.response({command_status: refusal}));
    return;
  }
  session.send(pdu.response({message_id: id}));
  if (fate !== NO_RECEIPT && pdu.registered_delivery) {
    tellFate(fate, id, number);
  }
}

function bind(session, pdu) {
  if (ACCOUNTS[pdu.system_id] !== pdu.password) {
    session.send(pdu.response({command_status: WRONG_PASSWORD}));
    return;
  }
  if (pdu.command !== 'bind_transmitter') {
    receiver = session;
  }
  session.send(pdu.response());
  say({bound: pdu.system_id});
}

const server = smpp.createServer(connected => {
  for (const kind of ['bind_transceiver', 'bind_transmitter', 'bind_receiver']) {
    connected.on(kind, pdu => bind(connected, pdu));
  }
  connected.on('enquire_link', pdu => connected.send(pdu.response()));
  connected.on('unbind', pdu => connected.send(pdu.response()));
  connected.on('submit_sm', pdu => take(connected, pdu));
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
    receiver.deliver_sm({
      source_addr_ton: 1,
      source_addr: message.from,
      destination_addr: message.to,
      data_coding: message.coding,
      short_message: Buffer.from(message.bytes, 'hex'),
    });
  })
  .on('close', () => process.exit(0));
