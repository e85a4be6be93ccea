// Beside each address that can be copied: a button that copies it. Without this script the address can be selected.
for (const field of document.querySelectorAll('input[data-copy]')) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'govuk-button govuk-button--secondary';
  button.textContent = field.dataset.copy;
  const said = field.parentElement.querySelector('[role="status"]');
  button.addEventListener('click', async () => {
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      said.textContent = 'The address is copied.';
    } catch {
      said.textContent = 'The address is selected: copy it with Ctrl+C.';
    }
  });
  field.after(button);
}
