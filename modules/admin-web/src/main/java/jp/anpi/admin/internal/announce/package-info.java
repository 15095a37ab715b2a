/** The pages of announcements: a list, one of them, writing, templates (R-078, R-108 … R-111). */
package jp.anpi.admin.internal.announce;
