/** How forms look at what is typed, and say at the field what is wrong with it. */
package jp.anpi.admin.internal.form;
