/**
 * Cards: facts of the service, each from a committed row. Their words are ours, in the visitor's
 * language; their times are instants, shown in the zone that the card names.
 */
import { h } from './dom.js';
import { icon } from './icons.js';
import { safeAddress } from './markdown.js';

const DAYS_SHOWN = 3;
const MEETING_ICONS = {
  meeting_confirmed: 'check', meeting_pending: 'clock', meeting_cancelled: 'cross',
};

/** The element of a card; null for a kind that this version of the widget does not know. */
export function cardElement(card, { words, base, choose }) {
  if (card.type === 'slots') return slotsCard(card, words, choose);
  if (card.type in MEETING_ICONS) return meetingCard(card, words, base);
  if (card.type === 'lead_saved') return leadCard(card, words);
  if (card.type === 'handoff') return factCard('handoff', 'person', words.say('handoff'));
  return null;
}

/** What a screen reader is told of a card beside the reply's text. */
export function cardSummary(card, words) {
  if (card.type === 'slots') return `${words.say('slots')}: ${card.slots.length}`;
  if (card.type in MEETING_ICONS) {
    return `${words.say(card.type)}: ${when(card.meeting, words)}`;
  }
  return card.type === 'lead_saved' || card.type === 'handoff' ? words.say(card.type) : '';
}

/** A card as lines of text, for the transcript. */
export function cardText(card, words) {
  if (card.type === 'slots') {
    return card.slots.map(({ start }) => `${words.day(start, card.timezone)}, ${words.time(start, card.timezone)}`).join(' · ');
  }
  if (card.type === 'lead_saved') return `${words.say('lead_saved')}: ${Object.values(card.fields).join(', ')}`;
  return cardSummary(card, words);
}

function factCard(type, picture, title, ...rest) {
  return h('section', { class: `fact ${type}`, 'data-card': type },
    h('div', { class: 'fact-head' }, h('span', { class: 'fact-icon' }, icon(picture)), h('h3', { class: 'fact-title' }, title)),
    ...rest);
}

function slotsCard(card, words, choose) {
  const days = [...byDay(card, words)].map(([label, slots]) => dayGroup(card, label, slots, words, choose));
  const element = factCard('slots', 'calendar', words.say('slots'),
    h('p', { class: 'fact-note' }, words.zone(card.slots[0].start, card.timezone)),
    ...days);
  const other = h('button', {
    class: 'link more-days', type: 'button', onclick: () => choose(words.say('slots_other_message')),
  }, words.say('slots_other'));
  const more = days.length > DAYS_SHOWN ? moreDays(days.slice(DAYS_SHOWN), words) : null;
  element.append(h('div', { class: 'row more' }, ...[more, other].filter(Boolean)));
  element.append(h('p', { class: 'fact-note gone', hidden: true }, words.say('slots_gone')));
  return element;
}

function byDay(card, words) {
  const days = new Map();
  for (const slot of card.slots) {
    const day = words.day(slot.start, card.timezone);
    if (!days.has(day)) days.set(day, []);
    days.get(day).push(slot);
  }
  return days;
}

function dayGroup(card, label, slots, words, choose) {
  const times = slots.map((slot) => words.time(slot.start, card.timezone));
  const buttons = slots.map((slot, index) => {
    const twice = times.filter((time) => time === times[index]).length > 1;
    const time = times[index] + (twice ? ` ${words.offset(slot.start, card.timezone)}` : '');
    return h('button', {
      class: 'chip slot clock', type: 'button', 'aria-label': `${label}, ${time}`,
      // The words the visitor read; where the clocks go back only the service's own tell which hour.
      onclick: () => choose(twice ? slot.label : `${label}, ${time}`),
    }, time);
  });
  return h('div', { class: 'day', role: 'group', 'aria-label': label },
    h('p', { class: 'day-name', 'aria-hidden': 'true' }, label), h('div', { class: 'times' }, ...buttons));
}

function moreDays(days, words) {
  for (const day of days) day.hidden = true;
  const button = h('button', {
    class: 'link more-days', type: 'button',
    onclick: () => {
      for (const day of days) day.hidden = false;
      days[0].querySelector('button').focus();
      button.remove();
    },
  }, words.say('slots_more'));
  return button;
}

/** Times that were overtaken by newer ones, or by a booking, are read, not clicked. */
export function closeSlots(element, closed) {
  for (const button of element.querySelectorAll('.slot, .more-days')) button.disabled = closed;
  element.querySelector('.gone').hidden = !closed;
  element.classList.toggle('closed', closed);
}

function meetingCard(card, words, base) {
  const { meeting } = card;
  const off = card.type === 'meeting_cancelled';
  const note = card.type === 'meeting_pending'
    ? h('p', { class: 'fact-note' }, words.say('meeting_pending_note')) : null;
  return factCard(card.type, MEETING_ICONS[card.type], words.say(card.type),
    h('p', { class: off ? 'when off' : 'when' },
      h('time', { datetime: meeting.start, class: 'when-day' }, words.day(meeting.start, meeting.timezone)),
      h('span', { class: 'clock' }, words.span(meeting.start, meeting.end, meeting.timezone)),
      h('span', { class: 'fact-note' }, words.zone(meeting.start, meeting.timezone))),
    note, off ? null : meetingActions(meeting, words, base));
}

function meetingActions(meeting, words, base) {
  const actions = [
    ['ics_url', 'add_to_calendar', 'calendar', 'button small primary'],
    ['meet_link', 'join', 'video', 'button small'],
    ['calendar_link', 'open_calendar', 'calendar', 'button small'],
    ['manage_url', 'manage', 'pencil', 'button small'],
  ];
  const links = actions.map(([key, label, picture, kind]) => {
    const href = meeting[key] && safeAddress(meeting[key], base);
    if (!href) return null;
    const attributes = { class: kind, href, rel: 'noopener noreferrer' };
    if (key === 'ics_url') attributes.download = true;
    else attributes.target = '_blank';
    return h('a', attributes, icon(picture), words.say(label));
  });
  return h('div', { class: 'row actions' }, ...links);
}

function leadCard(card, words) {
  const rows = ['name', 'email', 'phone', 'company'].filter((name) => card.fields[name])
    .map((name) => h('div', null, h('dt', null, words.say(name)), h('dd', { dir: 'auto' }, card.fields[name])));
  return factCard('lead_saved', 'check', words.say('lead_saved'), h('dl', { class: 'details' }, ...rows));
}

function when(meeting, words) {
  return words.moment(meeting.start, meeting.timezone);
}
