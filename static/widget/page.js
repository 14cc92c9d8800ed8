/** Where the visitor is: read when a message goes out, kept nowhere. */
import { identityFields } from './conversation.js';

const CAMPAIGN = ['utm_source', 'utm_medium', 'utm_campaign', 'utm_term', 'utm_content'];

/** The fields of a request beside what was written. */
export function surroundings(shell) {
  const about = { page: pageFields(shell.landing), ...identityFields(shell.identity) };
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  if (timeZone) about.timezone = timeZone;
  if (/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(shell.locale)) about.locale = shell.locale;
  return about;
}

/** `landing`: the query the page was entered with, which a single-page app may have left since. */
function pageFields(landing) {
  const page = { url: location.href.slice(0, 2000), title: document.title.slice(0, 300) };
  if (document.referrer) page.referrer = document.referrer.slice(0, 2000);
  const queries = [location.search, landing].map((query) => new URLSearchParams(query));
  for (const name of CAMPAIGN) {
    const value = queries[0].get(name) || queries[1].get(name);
    if (value) page[name] = value.slice(0, 200);
  }
  return page;
}
