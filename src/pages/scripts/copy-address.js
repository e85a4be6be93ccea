/** Puts beside each address that can be copied a button that copies it; without it the address can be selected. */
export function offerToCopy() {
  for (const field of document.querySelectorAll('input[data-copy]')) {
    if (!(field instanceof HTMLInputElement)) continue;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'govuk-button govuk-button--secondary';
    button.textContent = field.dataset['copy'] ?? '';
    const said = field.parentElement?.querySelector('[role="status"]');
    const say = (/** @type {string} */ text) => {
      if (said) said.textContent = text;
    };
    button.addEventListener('click', async () => {
      field.select();
      try {
        await navigator.clipboard.writeText(field.value);
        say('The address is copied.');
      } catch {
        say('The address is selected: copy it with Ctrl+C.');
      }
    });
    field.after(button);
  }
}
