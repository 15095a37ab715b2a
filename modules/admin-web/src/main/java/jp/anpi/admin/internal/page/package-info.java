/** One bean for each page, and what they show. */
package jp.anpi.admin.internal.page;
