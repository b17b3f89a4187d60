/** Forms that speak with the API: one sending at a time, errors beside fields, nothing typed lost. */
import { failure } from '@/i18n/en/failure';
import { fieldErrors, type Problem } from '@/lib/problem';
import { say } from './dom';
import { failureText } from './failure';

/** Runs `send` when the form is submitted, never twice at once; its button tells that it is busy. */
export function onSend(form: HTMLFormElement, send: () => Promise<void>): void {
  let busy = false;
  form.noValidate = true;
  form.addEventListener('input', ({ target }) => {
    if (target instanceof Element) clearError(form, target.getAttribute('name') ?? '');
  });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (busy) return;
    busy = true;
    setBusy(form, true);
    clearErrors(form);
    try {
      await send();
    } finally {
      busy = false;
      setBusy(form, false);
    }
  });
}

/** The text in a named field, as typed. */
export function typedIn(form: HTMLFormElement, name: string): string {
  const value = new FormData(form).get(name);
  return typeof value === 'string' ? value : '';
}

export function clearErrors(form: HTMLElement): void {
  for (const error of form.querySelectorAll<HTMLElement>('[data-error-for]')) say(error, '');
  for (const field of form.querySelectorAll('[aria-invalid]'))
    field.removeAttribute('aria-invalid');
}

/** Takes back what was said about one field, once it is being put right. */
export function clearError(form: HTMLElement, name: string): void {
  const field = fieldNamed(form, name);
  if (name === '' || !field?.hasAttribute('aria-invalid')) return;
  field.removeAttribute('aria-invalid');
  const error = form.querySelector<HTMLElement>(`[data-error-for="${CSS.escape(name)}"]`);
  if (error) say(error, '');
}

/**
 * Shows a problem beside the fields it names and the rest at the form's head, then goes to the first of them.
 * A form marks the place of an error with `data-error-for="name"`, and its own with an empty name.
 */
export function showProblem(form: HTMLElement, problem: Problem): void {
  const shown = [...form.querySelectorAll<HTMLElement>('[data-error-for]')]
    .map((element) => element.dataset['errorFor'] ?? '')
    .filter((name) => name !== '');
  const empty = Object.fromEntries(shown.map((name) => [name, failure.empty]));
  const errors =
    problem.errors.length > 0 && problem.status === 400 ? fieldErrors(problem, shown, empty) : {};
  const named = Object.entries(errors).filter(([name]) => name !== '');
  for (const [name, message] of named) markField(form, name, message);
  // Where there is one field only, what stands beside it is enough.
  const asWell = shown.length > 1 ? failure.check : '';
  const whole = errors[''] ?? (named.length > 0 ? asWell : failureText(problem));
  showMessage(form, whole);
  const first = form.querySelector<HTMLElement>('[aria-invalid="true"]');
  if (first) first.focus();
}

/** Marks one field as wrong, with the reason beside it. */
export function markField(form: HTMLElement, name: string, message: string): void {
  const error = form.querySelector<HTMLElement>(`[data-error-for="${CSS.escape(name)}"]`);
  if (error) say(error, message);
  fieldNamed(form, name)?.setAttribute('aria-invalid', 'true');
}

function fieldNamed(form: HTMLElement, name: string): HTMLElement | null {
  const escaped = CSS.escape(name);
  return form.querySelector<HTMLElement>(`[name="${escaped}"], [data-field="${escaped}"]`);
}

/** Says something about the whole form, at its head. */
export function showMessage(form: HTMLElement, message: string): void {
  const place = form.querySelector<HTMLElement>('[data-error-for=""]');
  if (!place) return;
  say(place, message);
  if (message !== '' && !form.querySelector('[aria-invalid="true"]')) {
    place.tabIndex = -1;
    place.focus();
  }
}

function setBusy(form: HTMLFormElement, busy: boolean): void {
  form.toggleAttribute('data-busy', busy);
  for (const button of form.querySelectorAll<HTMLButtonElement>('button[type="submit"]')) {
    button.setAttribute('aria-disabled', String(busy));
  }
}
