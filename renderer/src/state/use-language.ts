import { useStores } from './stores';
import type { Language } from '../languages/language';

/** The language that is shown: for what is kept between two drawings and has texts in it. */
export const useLanguage = (): Language => useStores('language', (state) => state.language);
