/** Where the visitor is: read when a message goes out, kept nowhere. */
import { identityFields } from './conversation.js';

const CAMPAIGN = ['utm_source', 'utm_medium', 'utm_campaign', 'utm_term', 'utm_content'];

/** The fields of a request beside what was written. */
export function surroundings(shell) {
  const about = { page: pageFields(), ...identityFields(shell.identity) };
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  if (timeZone) about.timezone = timeZone;
  if (/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(shell.locale)) about.locale = shell.locale;
  return about;
}

function pageFields() {
  const page = { url: location.href.slice(0, 2000), title: document.title.slice(0, 300) };
  if (document.referrer) page.referrer = document.referrer.slice(0, 2000);
  const query = new URLSearchParams(location.search);
  for (const name of CAMPAIGN) {
    if (query.get(name)) page[name] = query.get(name).slice(0, 200);
  }
  return page;
}
