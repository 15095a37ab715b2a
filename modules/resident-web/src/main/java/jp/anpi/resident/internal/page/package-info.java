/** The pages of participants and watchers: what they say, and one thin bean for each (R-068 … R-070). */
package jp.anpi.resident.internal.page;
