// The single page: one wheel with its plan in the same file. It asks for nothing and runs from file://.
import './planning-wheel.js';
import { keepAddress, language } from './shell.js';

const wheel = document.querySelector('planning-wheel');

/** The plan's title: words in one language, or in each. */
function name() {
  try {
    const { title } = JSON.parse(wheel.querySelector('script').textContent);
    return typeof title === 'string' ? title : (title[language()] ?? title.sv ?? title.en);
  } catch {
    return ''; // The wheel says what is wrong with it.
  }
}

keepAddress(wheel, { name });
