/** 首个未填的必填项: a browser's own notices speak the browser's language, so we say it ourselves. */
export function firstMissing(form: HTMLFormElement): HTMLInputElement | undefined {
  return [...form.querySelectorAll('input')].find(input => input.required && input.value.trim() === '')
}
