import { ConversionError } from '../diagnostics.js';

/** The command line or the config file asks for what cannot be; nothing has been begun. Exit 2. */
export class CommandLineError extends ConversionError {}
