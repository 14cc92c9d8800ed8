/** The page's own buttons talk to the assistant through its public interface. */
window.Parley = window.Parley || function () { (Parley.q = Parley.q || []).push(arguments); };

for (const button of document.querySelectorAll('[data-chat]')) {
  button.addEventListener('click', () => Parley('open'));
}
for (const button of document.querySelectorAll('[data-ask]')) {
  button.addEventListener('click', () => Parley('send', button.dataset.ask));
}
